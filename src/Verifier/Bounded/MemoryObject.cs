using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// One object of a run, as cells that each hold a whole scalar. The first store decides how wide cells are; a narrower
/// access later splits them, and the cells a scalar covers beyond its first are marked as its rest.
/// </summary>
internal sealed class MemoryObject(int id, string name, long size, int alignment)
{
    /// <summary>What is larger than this is not worth its memory: sizes are small.</summary>
    private const long MostCells = 1 << 24;

    private Scalar[] _values = [];
    private byte[] _widths = [];
    private int _granule;

    public int Id => id;

    public string Name => name;

    /// <summary>In bytes.</summary>
    public long Size => size;

    /// <summary>Its address is promised to be a multiple of this, and assumed to be of nothing more.</summary>
    public int Alignment => alignment;

    public bool IsLive { get; set; } = true;

    public bool IsReadOnly { get; set; }

    /// <summary>Whether the caller made it for its arguments: then the caller alone says what lies before what.</summary>
    public bool IsArgument { get; set; }

    /// <summary>The thread of a team that made it and that nobody else has shared it with yet; null when it is anybody's.</summary>
    public Machine? Owner { get; set; }

    /// <summary>The tracker that noted an access last, and what it knows of this object: accesses come in bunches.</summary>
    public (AccessTracker? Tracker, object? Cells) Noted { get; set; }

    /// <summary>When the owner used it last.</summary>
    public int OwnerPhase { get; set; }

    /// <summary>What a scalar of the width holds; null where the bytes belong to scalars that are cut differently.</summary>
    public Scalar? Load(long offset, int width)
    {
        if (_granule == 0)
        {
            return Scalar.Indeterminate;
        }

        if (offset % _granule != 0)
        {
            return Split(offset) ? Load(offset, width) : null;
        }

        var cell = offset / _granule;
        return _widths[cell] == width ? _values[cell] : Assembled(offset, width);
    }

    /// <summary>The width of the scalar that begins at an offset; null where none does, or nothing was stored yet.</summary>
    public int? WidthAt(long offset) => _granule != 0 && offset % _granule == 0 && _widths[offset / _granule] is > 0 and var width ? width : null;

    /// <summary>
    /// The scalar of exactly that width at an offset, put together or cut out where that is possible without loss; null where
    /// it is not. Afterwards a store of the width replaces it and nothing else.
    /// </summary>
    public Scalar? Whole(long offset, int width)
    {
        if (_granule == 0)
        {
            Begin(width);
        }

        if (WidthAt(offset) == width)
        {
            return _values[offset / _granule];
        }

        if (Load(offset, width) is not { } value || (value.IsIndeterminate && !HoldsNothing(offset, width)))
        {
            return null;
        }

        return Store(offset, width, value) ? value : null;
    }

    private bool HoldsNothing(long offset, int width)
    {
        for (var done = 0; done < width; done += _granule)
        {
            if (!_values[StartOf((offset + done) / _granule)].IsIndeterminate || _values[StartOf((offset + done) / _granule)].IsMixed)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Stores a scalar; false where it would cut a symbolic one in two.</summary>
    public bool Store(long offset, int width, Scalar value)
    {
        if (_granule == 0)
        {
            Begin(width);
        }

        while (offset % _granule != 0 || width % _granule != 0)
        {
            Divide();
        }

        var first = offset / _granule;
        var count = width / _granule;
        if (_widths[first] != width && !Release(first, count))
        {
            return false;
        }

        _values[first] = value;
        _widths[first] = (byte)width;
        _widths.AsSpan((int)first + 1, count - 1).Clear();
        return true;
    }

    /// <summary>A copy of what it holds.</summary>
    public ObjectImage Image() => new(_granule, [.. _values], [.. _widths]);

    /// <summary>Whether it holds just what it held when the image was taken.</summary>
    public bool IsAs(ObjectImage image) =>
        _granule == image.Granule && _widths.AsSpan().SequenceEqual(image.Widths) && ObjectImage.AreSame(_values, image.Values);

    private void Begin(int width)
    {
        _granule = width;
        while (size % _granule != 0)
        {
            _granule /= 2;
        }

        if (size / _granule > MostCells)
        {
            throw Machine.Unsupported(FormattableString.Invariant($"an object of {size} bytes"), default);
        }

        _values = new Scalar[size / _granule];
        _widths = new byte[size / _granule];
        _values.AsSpan().Fill(Scalar.Indeterminate);
        _widths.AsSpan().Fill((byte)_granule);
    }

    /// <summary>Halves the granule; scalars stay whole.</summary>
    private void Divide()
    {
        var (values, widths) = (new Scalar[2 * _values.Length], new byte[2 * _widths.Length]);
        for (var cell = 0; cell < _values.Length; cell++)
        {
            (values[2 * cell], widths[2 * cell]) = (_values[cell], _widths[cell]);
            values[(2 * cell) + 1] = Scalar.Indeterminate;
        }

        _granule /= 2;
        (_values, _widths) = (values, widths);
    }

    private bool Split(long offset)
    {
        while (offset % _granule != 0)
        {
            Divide();
        }

        return true;
    }

    /// <summary>Makes room for a scalar over some cells: what they hold is overwritten, what sticks out is cut into bytes.</summary>
    private bool Release(long first, int count)
    {
        var start = StartOf(first);
        var end = EndOf(first + count - 1);
        if (start < first && !Cut(start))
        {
            return false;
        }

        if (end > first + count && !Cut(StartOf(first + count - 1)))
        {
            return false;
        }

        for (var cell = first; cell < first + count; cell++)
        {
            (_values[cell], _widths[cell]) = (Scalar.Indeterminate, (byte)_granule);
        }

        return true;
    }

    private long StartOf(long cell)
    {
        while (_widths[cell] == 0)
        {
            cell--;
        }

        return cell;
    }

    private long EndOf(long cell)
    {
        var start = StartOf(cell);
        return start + Math.Max(1, _widths[start] / _granule);
    }

    /// <summary>Replaces a scalar over several cells by one in each, if its bits are known or it has none.</summary>
    private bool Cut(long start)
    {
        var value = _values[start];
        if (!value.IsConcrete && !value.IsIndeterminate)
        {
            return false;
        }

        var count = _widths[start] / _granule;
        for (var part = 0; part < count; part++)
        {
            _values[start + part] = value.IsConcrete ? Scalar.Of((value.Bits >> (8 * _granule * part)) & Sort.Bits(8 * _granule).Mask) : value;
            _widths[start + part] = (byte)_granule;
        }

        return true;
    }

    /// <summary>A scalar from several of known bits, or a part of one.</summary>
    private Scalar? Assembled(long offset, int width)
    {
        var bits = 0UL;
        for (var done = 0; done < width;)
        {
            if ((offset + done) % _granule != 0)
            {
                Split(offset + done);
            }

            var cell = (offset + done) / _granule;
            var start = StartOf(cell);
            var value = _values[start];
            if (value.IsIndeterminate)
            {
                return value;
            }

            if (!value.IsConcrete)
            {
                return null;
            }

            var skipped = (int)(cell - start) * _granule;
            var taken = Math.Min(Math.Max(_granule, (int)_widths[start]) - skipped, width - done);
            var part = taken == 8 ? value.Bits : (value.Bits >> (8 * skipped)) & ((1UL << (8 * taken)) - 1);
            bits |= part << (8 * done);
            done += taken;
        }

        return Scalar.Of(bits);
    }
}
