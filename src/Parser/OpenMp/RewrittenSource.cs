using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// A file in which every pragma has become a call the compiler's front end keeps and types: line for line the original,
/// with a map back to it. <paramref name="Sites"/> are indexed by their ids.
/// </summary>
public sealed record RewrittenSource(
    SourceText Original,
    string Code,
    OffsetMap OffsetMap,
    ImmutableArray<PragmaSite> Sites,
    ImmutableArray<FilePragma> FilePragmas,
    ImmutableArray<IncludeLine> Inclusions,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Which kind of call stands for a pragma.</summary>
public enum PragmaKind
{
    /// <summary><c>__hv_directive(id, operands…)</c>.</summary>
    OpenMp,

    /// <summary><c>__hv_pragma(id)</c>.</summary>
    Other,

    /// <summary><c>__hv_pragma_text(text)</c>: a <c>_Pragma</c> whose words are not in the file.</summary>
    Text,
}

/// <summary>
/// One pragma inside a function, or in a macro that may be used in one: then any number of calls carry its id, and none
/// if the macro is not used. The call's operands are those of the clauses, in order. With a <paramref name="Problem"/> the clauses are not read.
/// </summary>
public sealed record PragmaSite(
    int Id,
    PragmaKind Kind,
    string Name,
    string? Argument,
    ImmutableArray<ClauseShape> Clauses,
    bool StandsAlone,
    string Text,
    string? Problem,
    TextSpan Span);

/// <summary>
/// One clause without its expressions. With <paramref name="HasSections"/> the operands are triples of base, lower bound
/// and length; a list of both sections and plain names becomes several shapes of one name.
/// </summary>
public sealed record ClauseShape(
    string Name, ImmutableArray<string> Modifiers, int OperandCount, bool HasSections, TextSpan Span);

/// <summary>An <c>#include</c> line as written, whether or not it is in a skipped group.</summary>
public sealed record IncludeLine(string Header, bool IsAngled, bool IsInsideDeclaration, TextSpan Span);
