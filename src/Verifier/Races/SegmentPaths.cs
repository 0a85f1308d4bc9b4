using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>A way from one segment to another without a barrier, with the turns of loops that it goes on by.</summary>
/// <param name="Turns">How many; two stands for two or more.</param>
internal sealed record SegmentPath(ImmutableDictionary<Enclosure.Loop, int> Turns, int Length)
{
    public const int Many = 2;

    public static readonly SegmentPath Empty = new(ImmutableDictionary<Enclosure.Loop, int>.Empty, 0);
}

/// <summary>Which segments of a team's work no barrier keeps apart.</summary>
internal sealed class SegmentPaths(ImmutableArray<SegmentEdge> edges)
{
    private readonly ILookup<int, SegmentEdge> _next = edges.ToLookup(edge => edge.From);
    private readonly Dictionary<int, List<(int Segment, SegmentPath Path)>> _reached = [];

    public IEnumerable<SegmentPath> Between(int from, int to) => From(from).Where(item => item.Segment == to).Select(item => item.Path);

    private List<(int Segment, SegmentPath Path)> From(int start)
    {
        if (_reached.TryGetValue(start, out var known))
        {
            return known;
        }

        var found = new List<(int Segment, SegmentPath Path)> { (start, SegmentPath.Empty) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { KeyOf(start, SegmentPath.Empty) };
        for (var index = 0; index < found.Count; index++)
        {
            foreach (var edge in _next[found[index].Segment])
            {
                var path = Extended(found[index].Path, edge);
                if (seen.Add(KeyOf(edge.To, path)))
                {
                    found.Add((edge.To, path));
                }
            }
        }

        _reached.Add(start, found);
        return found;
    }

    private static SegmentPath Extended(SegmentPath path, SegmentEdge edge) => new(
        edge.Carrier is { } loop ? path.Turns.SetItem(loop, Math.Min(SegmentPath.Many, path.Turns.GetValueOrDefault(loop) + 1)) : path.Turns,
        path.Length + 1);

    private static string KeyOf(int segment, SegmentPath path) =>
        $"{segment}:{string.Join(',', path.Turns.OrderBy(item => item.Key.Position).Select(item => $"{item.Key.Position}*{item.Value}"))}";
}
