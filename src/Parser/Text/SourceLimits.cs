using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.Text;

/// <summary>
/// The limits on nesting that keep a recursive compiler front end, and our own tree walks, within their stacks. They are
/// counted on tokens alone, as written and again with the file's macros expanded, summed over all braces that are open at once.
/// </summary>
public static class SourceLimits
{
    public const int LargestFileInBytes = 1 << 20;
    public const int DeepestBrackets = 200;
    public const int DeepestStatements = 200;
    public const int LongestElseChain = 1_000;
    public const int LongestPrefixRun = 200;
    public const int LongestCastChain = 1_000;
    public const int LongestOperatorChain = 5_000;
    public const int LongestRightChain = 500;
    public const int LongestStatementInTokens = 20_000;
    public const int LargestExpansionInTokens = 500_000;

    public static ImmutableArray<Diagnostic> Check(SourceText source) => Check(CLexer.Lex(source));

    /// <summary>One finding per limit that is exceeded, at the token that exceeds it.</summary>
    public static ImmutableArray<Diagnostic> Check(ImmutableArray<CToken> tokens)
    {
        ImmutableArray<Diagnostic> found = [.. Unterminated(tokens), .. TooDeep(tokens)];
        if (!found.IsEmpty)
        {
            return found;
        }

        var (expanded, beyond) = MacroExpansion.Expand(tokens, LargestExpansionInTokens);
        return beyond is { } place ? [SourceRules.TooLargeExpanded.At(place, LargestExpansionInTokens, MacroExpansion.DeepestNesting)]
            : expanded is ImmutableArray<CToken> ? []
            : [.. TooDeep(expanded)];
    }

    /// <summary>A directive is counted by itself, because it interrupts the statement around it.</summary>
    private static IEnumerable<Diagnostic> TooDeep(IReadOnlyList<CToken> tokens)
    {
        var text = new NestingDepth();
        var depth = text;
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].StartsLine)
            {
                depth = tokens[index].StartsDirective ? new() : text;
            }

            if (depth.Add(tokens[index], index + 1 < tokens.Count ? tokens[index + 1].Text : "") is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Diagnostic> Unterminated(ImmutableArray<CToken> tokens)
    {
        var conditionals = 0;
        var isMessage = false;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].StartsLine)
            {
                var directive = tokens[index].StartsDirective && index + 1 < tokens.Length ? tokens[index + 1].Text : "";
                conditionals += Conditional(directive);
                isMessage = directive is "error" or "warning";
            }

            if (!tokens[index].IsTerminated && (conditionals == 0 || tokens[index].Kind == CTokenKind.Comment))
            {
                foreach (var finding in Unterminated(tokens[index], isMessage))
                {
                    yield return finding;
                }
            }
        }
    }

    private static int Conditional(string directive) => directive switch
    {
        "if" or "ifdef" or "ifndef" => 1,
        "endif" => -1,
        _ => 0,
    };

    /// <summary>A lone quote is allowed in skipped text and in <c>#error</c>, where compilers only warn.</summary>
    private static IEnumerable<Diagnostic> Unterminated(CToken token, bool isMessage) => token.Kind switch
    {
        CTokenKind.Comment => [SourceRules.Unterminated.At(token.Span, "comment")],
        CTokenKind.String when !isMessage => [SourceRules.Unterminated.At(token.Span, "string literal")],
        CTokenKind.Character when !isMessage => [SourceRules.Unterminated.At(token.Span, "character constant")],
        _ => [],
    };
}
