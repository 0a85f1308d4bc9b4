using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Submissions;

/// <summary>The C file taken from a response, as text and as syntax; it defines the task's entry point.</summary>
public sealed record Submission(SourceText Source, SyntaxTree Tree)
{
    /// <summary>A response with more blocks than anybody reads is answered from its last ones.</summary>
    private const int MaximumParses = 32;

    private static readonly Rule Missing = new(
        "HV0001", Severity.Error, "No C code for the task", "no C code that defines '{0}' found: {1}",
        "The response must hold a complete C file, as plain text or as a Markdown block, that defines the entry point. The "
        + "last such block counts. Write one fenced block with the whole file, helper functions and includes with it.");

    private static readonly Rule Truncated = new(
        "HV0002", Severity.Error, "The code is cut off", "the response ends inside the block that would define '{0}'",
        "The last block has no closing fence and its brackets do not balance, so the response stopped in the middle of the "
        + "code. Ask for more output tokens, or for a shorter answer.");

    private static readonly Rule OnlyDeclared = new(
        "HV0003", Severity.Error, "The entry point has no body", "'{0}' is declared here but defined nowhere",
        "A prototype alone cannot be run. Define the function in the same block.");

    /// <summary>
    /// The last complete block whose syntax tree defines the entry point, with what the front end said of it; none, with
    /// a finding that says what is there instead. One that leaves code out by an ellipsis counts only where no other is.
    /// </summary>
    public static Checked<Submission?> Select(
        SourceText response, string entryPoint, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        var blocks = ModelResponse.CandidateBlocks(response);
        Diagnostic? declared = null;
        Checked<Submission?>? sketch = null;
        ImmutableArray<Diagnostic> refused = [];
        foreach (var block in blocks.Reverse().Where(block => block.IsComplete && MayDefine(block, entryPoint)).Take(MaximumParses))
        {
            var source = block.Extract();
            var excesses = SourceLimits.Check(source);
            if (!excesses.IsEmpty)
            {
                refused = refused.IsEmpty && IsCode(block) ? excesses : refused;
                continue;
            }

            var parsed = parse(source);
            if (parsed.Value.Definition(entryPoint) is not null)
            {
                var found = new Checked<Submission?>(new(source, parsed.Value), parsed.Diagnostics);
                if (!IsSketch(parsed.Value))
                {
                    return found;
                }

                sketch ??= found;
            }

            declared ??= Declared(parsed.Value, entryPoint);
        }

        return sketch ?? new(null, declared is not null ? [declared] : refused.IsEmpty ? [Nothing(response, blocks, entryPoint)] : refused);
    }

    /// <summary>In prose an apostrophe is no unterminated constant, and nobody wants to hear that it is.</summary>
    private static bool IsCode(ModelResponseBlock block) => block.IsFenced || block.Written.Contains('{');

    private static bool IsSketch(SyntaxTree tree) =>
        tree.Errors.Any(error => tree.Source.Code.AsSpan(error.Span.Start).StartsWith("...", StringComparison.Ordinal));

    /// <summary>
    /// A cheap look that rules out only the impossible: an identifier is written out, pasted together, or split by a
    /// spliced line, and a function's declarator has parentheses.
    /// </summary>
    private static bool MayDefine(ModelResponseBlock block, string entryPoint)
    {
        var code = block.Written;
        var isNamed = code.Contains(entryPoint, StringComparison.Ordinal)
            || code.Contains("##", StringComparison.Ordinal)
            || code.Contains("%:%:", StringComparison.Ordinal)
            || code.Contains("\\\n", StringComparison.Ordinal)
            || code.Contains("\\\r\n", StringComparison.Ordinal);
        return isNamed && code.Contains('(');
    }

    private static Diagnostic? Declared(SyntaxTree tree, string entryPoint) =>
        tree.Functions.FirstOrDefault(function => function.Symbol.Name == entryPoint) is { } prototype
            ? OnlyDeclared.At(prototype.NameSpan, entryPoint)
            : null;

    private static Diagnostic Nothing(SourceText response, IReadOnlyList<ModelResponseBlock> blocks, string entryPoint) =>
        blocks.LastOrDefault(block => !block.IsComplete && MayDefine(block, entryPoint)) is { } cut
            ? Truncated.At(cut.Span, entryPoint)
            : Missing.At(default, entryPoint, WhatIsThere(response, blocks));

    private static string WhatIsThere(SourceText response, IReadOnlyList<ModelResponseBlock> blocks)
    {
        var fenced = blocks.Count(block => block.IsFenced);
        return response.Code.AsSpan().IsWhiteSpace() ? "the response is empty"
            : fenced == 0 ? "the response has no fenced block and is not such a file itself"
            : fenced == 1 ? "the response has one fenced block, and that does not"
            : $"the response has {fenced} fenced blocks, and none does";
    }
}
