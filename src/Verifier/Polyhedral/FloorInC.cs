namespace HpcVerify.Verifier.Polyhedral;

/// <summary>Writes isl's <c>floord(x, d)</c>, which rounds down, with C's division, which rounds towards zero.</summary>
internal static class FloorInC
{
    private const string Name = "floord(";

    /// <summary><code>floord(x, 5)      ⟶      ((x) >= 0 ? (x) / 5 : -((4 - (x)) / 5))</code></summary>
    public static string Expand(string text)
    {
        var start = text.LastIndexOf(Name, StringComparison.Ordinal);
        while (start >= 0)
        {
            var (comma, end) = Arguments(text, start + Name.Length);
            var (dividend, divisor) = (text[(start + Name.Length)..comma].Trim(), text[(comma + 1)..end].Trim());
            text = $"{text[..start]}(({dividend}) >= 0 ? ({dividend}) / {divisor} : -(({divisor} - 1 - ({dividend})) / {divisor})){text[(end + 1)..]}";
            start = text.LastIndexOf(Name, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Where the last comma of the outermost parentheses is, and where they close.</summary>
    private static (int Comma, int End) Arguments(string text, int from)
    {
        var (depth, comma) = (0, -1);
        for (var at = from; ; at++)
        {
            switch (text[at])
            {
                case '(':
                    depth++;
                    break;
                case ')' when depth == 0:
                    return (comma, at);
                case ')':
                    depth--;
                    break;
                case ',' when depth == 0:
                    comma = at;
                    break;
                default:
                    break;
            }
        }
    }
}
