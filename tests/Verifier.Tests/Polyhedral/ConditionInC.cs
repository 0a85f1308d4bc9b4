using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace HpcVerify.Verifier.Tests.Polyhedral;

/// <summary>Evaluates a condition as C does, integers being as large as they need to be.</summary>
internal sealed partial class ConditionInC
{
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private readonly List<string> _words;
    private readonly IReadOnlyDictionary<string, BigInteger> _values;
    private int _next;

    private ConditionInC(string text, IReadOnlyDictionary<string, BigInteger> values) =>
        (_words, _values) = ([.. Word().Matches(text).Select(match => match.Value)], values);

    public static bool Holds(string text, IReadOnlyDictionary<string, BigInteger> values) => !new ConditionInC(text, values).Choice().IsZero;

    private BigInteger Choice()
    {
        var condition = Binary(0);
        if (!Takes("?"))
        {
            return condition;
        }

        var whenTrue = Choice();
        Assert.True(Takes(":"));
        var whenFalse = Choice();
        return condition.IsZero ? whenFalse : whenTrue;
    }

    private BigInteger Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (_next < _words.Count && Levels[level].Contains(_words[_next]))
        {
            var sign = _words[_next++];
            left = Applied(sign, left, Binary(level + 1));
        }

        return left;
    }

    private static BigInteger Applied(string sign, BigInteger left, BigInteger right) => sign switch
    {
        "||" => Truth(!left.IsZero || !right.IsZero),
        "&&" => Truth(!left.IsZero && !right.IsZero),
        "==" => Truth(left == right),
        "!=" => Truth(left != right),
        "<=" => Truth(left <= right),
        ">=" => Truth(left >= right),
        "<" => Truth(left < right),
        ">" => Truth(left > right),
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => BigInteger.Divide(left, right),
        _ => BigInteger.Remainder(left, right),
    };

    private BigInteger Unary()
    {
        if (Takes("-"))
        {
            return -Unary();
        }

        if (Takes("("))
        {
            var inner = Choice();
            Assert.True(Takes(")"));
            return inner;
        }

        var word = _words[_next++];
        return char.IsAsciiDigit(word[0]) ? BigInteger.Parse(word, CultureInfo.InvariantCulture) : _values[word];
    }

    private static BigInteger Truth(bool value) => value ? BigInteger.One : BigInteger.Zero;

    private bool Takes(string word)
    {
        var isThere = _next < _words.Count && _words[_next] == word;
        _next += isThere ? 1 : 0;
        return isThere;
    }

    [GeneratedRegex(@"\w+|\|\||&&|[=!<>]=|[-+*/%<>?:()]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
