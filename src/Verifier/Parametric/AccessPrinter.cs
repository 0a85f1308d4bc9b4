using System.Globalization;
using System.Text;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>The printed form of an extraction: each access with its flat index, when it happens, and what it is inside of.</summary>
public static class AccessPrinter
{
    public static string Print(Extraction extraction, SourceText source)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"function {extraction.Function}\n");
        foreach (var made in extraction.Objects.Where(made => extraction.Accesses.Any(access => access.Object == made)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  object {made.Name}: {Of(made)}\n");
        }

        foreach (var access in extraction.Accesses)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {LineOf(access.Span, source)}: {Of(access)}\n");
            foreach (var dimension in Mentioned(access).Where(dimension => dimension.Kind is DimensionKind.Defined or DimensionKind.ThreadCount))
            {
                text.Append(CultureInfo.InvariantCulture, $"      {dimension.Name}: {dimension.Definition}\n");
            }
        }

        foreach (var edge in extraction.Edges.Where(edge => extraction.Accesses.Any(access => access.Setting.Segment == edge.From || access.Setting.Segment == edge.To)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  segment {edge.From} goes on as {edge.To}{(edge.Carrier is { } loop ? $" in the next turn of {loop.Iterator}" : "")}\n");
        }

        foreach (var demand in extraction.Alignments)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {LineOf(demand.Setting.Span, source)}: demands {demand.Object} + {demand.Offset} bytes to be a multiple of {demand.Bytes}\n");
        }

        if (!extraction.Ranges.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {extraction.Ranges.Length} results of integer operations must fit their types\n");
        }

        foreach (var gap in extraction.Gaps.DistinctBy(gap => (gap.Reason, gap.Span)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {LineOf(gap.Span, source)}: unsupported: {gap.Reason}\n");
        }

        return text.ToString();
    }

    private static int LineOf(TextSpan span, SourceText source) => source.PositionOf(span.Start).Line;

    private static string Of(DataObject made) =>
        $"{made.Kind.ToString().ToLowerInvariant()}, {(made.SizeInBytes is { } size ? $"{size} bytes" : "size unknown")}{(made.Owner is { } owner ? $", in each {Of(owner)}" : "")}";

    private static string Of(Access access)
    {
        var kind = access.Kind == AccessKind.Read ? "read" : "write";
        var elements = access.Offset.Over(access.Width) is { } index && access.Length.Over(access.Width) is { } count
            ? $"{access.Object}[{index}]{(count.Constant is { IsOne: true } ? "" : $" to [+{count}]")} of {access.Width} bytes"
            : $"{access.Object} + {access.Offset} bytes, {access.Length} bytes";
        var condition = access.Setting.Domain.IsTrue ? "" : $"\n      when {access.Setting.Domain}";
        var enclosures = access.Setting.Enclosures.IsEmpty ? "" : $"\n      in {string.Join(", ", access.Setting.Enclosures.Select(Of))}";
        var segment = access.Setting.Enclosures.Any(enclosure => enclosure is Enclosure.Parallel) ? $", segment {access.Setting.Segment}" : "";
        var locks = access.Locks.IsEmpty ? "" : $", holding {string.Join(", ", access.Locks.Select(held => held.Object.Name))}";
        return $"{kind} {elements}{(access.IsAtomic ? " atomically" : "")}{(access.IsExact ? "" : ", inexact")}{condition}{enclosures}{segment}{locks}";
    }

    private static string Of(Enclosure enclosure) => enclosure switch
    {
        Enclosure.Loop loop => $"loop {loop.Iterator}{(loop.Dealers.IsEmpty ? "" : " dealt out")}",
        Enclosure.League league => $"league by {league.Team}",
        Enclosure.Target => "target",
        Enclosure.Task => "task",
        Enclosure.TaskGroup => "taskgroup",
        Enclosure.Distribute => "distribute",
        Enclosure.Parallel parallel => $"parallel by {parallel.Thread}",
        Enclosure.Worksharing loop => $"for {loop.Schedule.Kind.ToString().ToLowerInvariant()}{(loop.HasNoWait ? " nowait" : "")}",
        Enclosure.Simd simd => simd.SafeLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"simd safelen {length}") : "simd",
        Enclosure.Critical critical => critical.Name.Length > 0 ? $"critical {critical.Name}" : "critical",
        _ => enclosure.GetType().Name.ToLowerInvariant(),
    };

    private static IEnumerable<Dimension> Mentioned(Access access) =>
        access.Domain.Dimensions.Concat(access.Offset.Dimensions).Concat(access.Length.Dimensions).Distinct().OrderBy(dimension => dimension.Number);
}
