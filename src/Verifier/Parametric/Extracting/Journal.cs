using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>What extraction has written down so far. It can be taken back to an earlier point.</summary>
internal sealed class Journal
{
    private readonly List<Access> _accesses = [];
    private readonly List<DataObject> _objects = [];
    private readonly List<RangeDemand> _ranges = [];
    private readonly List<AlignmentDemand> _alignments = [];
    private readonly List<SizeDemand> _sizes = [];
    private readonly List<SegmentEdge> _edges = [];
    private readonly List<ExtractionGap> _gaps = [];
    private readonly List<Signal> _signals = [];
    private readonly List<TaskWait> _taskWaits = [];
    private readonly List<ReachedConstruct> _constructs = [];
    private readonly List<ReachedLoop> _loops = [];
    private ImmutableDictionary<string, int> _names = ImmutableDictionary<string, int>.Empty;
    private ImmutableDictionary<object, Dimension> _known = ImmutableDictionary<object, Dimension>.Empty;
    private int _dimensions;
    private int _segments;

    /// <summary>A point to come back to.</summary>
    public sealed record Mark(
        int Accesses, int Objects, int Ranges, int Alignments, int Sizes, int Edges, int Signals, int TaskWaits, int Constructs, int Loops, ImmutableDictionary<string, int> Names, ImmutableDictionary<object, Dimension> Known, int Dimensions, int Segments, int Position);

    public int Position { get; private set; }

    public int AccessCount => _accesses.Count;

    public int RangeCount => _ranges.Count;

    /// <summary>The number that the next dimension gets.</summary>
    public int NextDimension => _dimensions;

    public Mark Here => new(_accesses.Count, _objects.Count, _ranges.Count, _alignments.Count, _sizes.Count, _edges.Count, _signals.Count, _taskWaits.Count, _constructs.Count, _loops.Count, _names, _known, _dimensions, _segments, Position);

    /// <summary>Forgets all since a point, but not what was found to be unsupported.</summary>
    public void Return(Mark mark)
    {
        Cut(_accesses, mark.Accesses);
        Cut(_objects, mark.Objects);
        Cut(_ranges, mark.Ranges);
        Cut(_alignments, mark.Alignments);
        Cut(_sizes, mark.Sizes);
        Cut(_edges, mark.Edges);
        Cut(_signals, mark.Signals);
        Cut(_taskWaits, mark.TaskWaits);
        Cut(_constructs, mark.Constructs);
        Cut(_loops, mark.Loops);
        (_names, _known, _dimensions, _segments, Position) = (mark.Names, mark.Known, mark.Dimensions, mark.Segments, mark.Position);
    }

    public int NextPosition() => ++Position;

    public int NextSegment() => ++_segments;

    public Dimension Dimension(string name, DimensionKind kind, Enclosure? owner, TextSpan span, Func<Dimension, Formula> definition)
    {
        var dimension = new Dimension(_dimensions++, Unused(name), kind, owner, span);
        dimension.Definition = definition(dimension);
        return dimension;
    }

    public DataObject Object(string name, DataObjectKind kind, IntegerPolynomial? size, CType? type, Enclosure? owner, TextSpan span, bool isThreadPrivate = false, int? alignment = null)
    {
        var made = new DataObject(_objects.Count, Unused(name), kind, size, type, owner, span) { IsThreadPrivate = isThreadPrivate, AlignmentInBytes = alignment };
        _objects.Add(made);
        return made;
    }

    /// <summary>The dimension that stands for a computation that was met before, or a new one.</summary>
    public Dimension Once(object computation, Func<Dimension> make)
    {
        if (!_known.TryGetValue(computation, out var dimension))
        {
            dimension = make();
            _known = _known.SetItem(computation, dimension);
        }

        return dimension;
    }

    public void Add(Access access) => _accesses.Add(access);

    public void Add(RangeDemand demand) => _ranges.Add(demand);

    public void Add(AlignmentDemand demand) => _alignments.Add(demand);

    public void Add(SizeDemand demand) => _sizes.Add(demand);

    public void Add(SegmentEdge edge) => _edges.Add(edge);

    public void Add(Signal signal) => _signals.Add(signal);

    public void Add(TaskWait wait) => _taskWaits.Add(wait);

    public void Add(ReachedConstruct construct) => _constructs.Add(construct);

    public void Add(ReachedLoop loop) => _loops.Add(loop);

    public void Add(ExtractionGap gap)
    {
        if (!_gaps.Contains(gap))
        {
            _gaps.Add(gap);
        }
    }

    public IReadOnlyList<Access> AccessesFrom(int index) => _accesses[index..];

    /// <summary>Puts others in the place of all accesses since a point.</summary>
    public void ReplaceAccesses(int from, IEnumerable<Access> accesses)
    {
        Cut(_accesses, from);
        _accesses.AddRange(accesses);
    }

    public Extraction Close(string function) => new(
        function, [.. _accesses], [.. _objects], [.. _ranges.DistinctBy(range => (range.Value, range.Type, range.Setting.Domain))], [.. _alignments], [.. _edges.Distinct()], [.. _gaps.OrderBy(gap => gap.Span.Start)], [.. _signals], [.. _taskWaits], [.. _constructs])
    {
        Sizes = [.. _sizes],
        Loops = [.. _loops],
    };

    private static void Cut<T>(List<T> list, int count) => list.RemoveRange(count, list.Count - count);

    private string Unused(string name)
    {
        var count = _names.GetValueOrDefault(name);
        _names = _names.SetItem(name, count + 1);
        return count == 0 ? name : Unused(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}.{count + 1}"));
    }
}
