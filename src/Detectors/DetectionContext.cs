using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors;

/// <summary>
/// What a task asks for, as far as detectors need to know it: the entry point, its type, and what the task's own
/// policy allows beyond the common rules.
/// </summary>
public sealed record DetectionContext(
    string EntryPoint,
    CType.Function Prototype,
    ImmutableHashSet<string> AllowedHeaders,
    ImmutableHashSet<string> AllowedFunctions);
