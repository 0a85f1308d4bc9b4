using System.Collections.Immutable;

namespace HpcVerify.Parser.Text;

/// <summary>
/// One <c>#define</c>. A macro without parentheses has default <paramref name="Parameters"/>. The words of its body are
/// the file's tokens from <paramref name="BodyStart"/> to <paramref name="BodyEnd"/>.
/// </summary>
internal sealed record MacroDefinition(
    string Name, ImmutableArray<string> Parameters, bool IsVariadic, int BodyStart, int BodyEnd, bool IsConditional, int Offset)
{
    private const string VariableArguments = "__VA_ARGS__";

    public bool TakesArguments => !Parameters.IsDefault;

    /// <summary>The index of a parameter by name; -1 for any other word.</summary>
    public int ParameterIndex(string word) => TakesArguments ? Parameters.IndexOf(word) : -1;

    /// <summary>Reads the <c>#define</c> whose <c>#</c> is at an index; null when it names nothing.</summary>
    public static MacroDefinition? Read(ImmutableArray<CToken> tokens, int hash, int lineEnd, bool isConditional)
    {
        var name = hash + 2;
        if (name >= lineEnd || tokens[name].Kind != CTokenKind.Identifier)
        {
            return null;
        }

        var open = name + 1;
        var offset = tokens[name].Span.Start;
        if (open >= lineEnd || !tokens[open].IsPunctuator("(") || tokens[open].HasSpaceBefore)
        {
            return new(tokens[name].Text, default, false, open, lineEnd, isConditional, offset);
        }

        var close = open;
        while (close < lineEnd && !tokens[close].IsPunctuator(")"))
        {
            close++;
        }

        var words = tokens[(open + 1)..close].Where(token => !token.IsPunctuator(",")).Select(token => token.Text).ToImmutableArray();
        var isVariadic = words.Contains("...");
        ImmutableArray<string> parameters = !isVariadic ? words
            : words.Length > 1 && tokens[close - 2].Kind == CTokenKind.Identifier ? words[..^1]
            : [.. words[..^1], VariableArguments];
        return new(tokens[name].Text, parameters, isVariadic, Math.Min(close + 1, lineEnd), lineEnd, isConditional, offset);
    }
}
