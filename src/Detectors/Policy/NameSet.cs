using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HpcVerify.Detectors.Policy;

/// <summary>A set of function names: some written out, some by how they begin.</summary>
internal sealed record NameSet(FrozenSet<string> Names, ImmutableArray<string> Prefixes)
{
    /// <summary>Reads names separated by space; <c>cblas_*</c> stands for all names that begin so.</summary>
    public static NameSet Of(params IEnumerable<string> lists)
    {
        var words = lists.SelectMany(Words).ToList();
        return new(
            words.Where(word => !word.EndsWith('*')).ToFrozenSet(StringComparer.Ordinal),
            [.. words.Where(word => word.EndsWith('*')).Select(word => word[..^1])]);
    }

    /// <summary>Every head with every tail, for names that are made by a scheme.</summary>
    public static NameSet Pairs(IEnumerable<string> heads, IEnumerable<string> tails) =>
        Of(heads.SelectMany(_ => tails, (head, tail) => head + tail));

    public static string[] Words(string list) => list.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    public static NameSet operator |(NameSet left, NameSet right) =>
        new(left.Names.Union(right.Names).ToFrozenSet(StringComparer.Ordinal), [.. left.Prefixes, .. right.Prefixes]);

    public bool Contains(string name) =>
        Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
