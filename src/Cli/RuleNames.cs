using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli;

/// <summary>Rules by their ids, as people write them.</summary>
internal static class RuleNames
{
    /// <summary>Why no rule has an id, with the id that was probably meant; null where one has.</summary>
    /// <param name="more">Rules of other people's detectors.</param>
    public static string? Problem(string id, IEnumerable<Rule> more)
    {
        List<string> ids = [.. Layers.Rules.Concat(more).Select(rule => rule.Id)];
        return ids.Contains(id) ? null
            : ids.Find(known => IsNear(known, id.ToUpperInvariant())) is { } near ? $"there is no rule '{id}' (the nearest is '{near}')"
            : $"there is no rule '{id}' ('hpcverify rules' lists them)";
    }

    /// <summary>Whether two words are the same but for one letter, which one of them lacks or has another for, or two that are swapped.</summary>
    private static bool IsNear(string one, string other)
    {
        var start = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var (left, right) = (one[start..], other[start..]);
        return (left.Length, right.Length) switch
        {
            (0, 0) => true,
            var (first, second) when first == second => left[1..] == right[1..] || (first > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..]),
            var (first, second) when first == second + 1 => left[1..] == right,
            var (first, second) when first + 1 == second => left == right[1..],
            _ => false,
        };
    }
}
