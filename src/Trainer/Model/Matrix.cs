namespace HpcVerify.Trainer.Model;

/// <summary>A row-major matrix in memory of somebody else: its rows lie <see cref="Stride"/> floats apart.</summary>
internal readonly ref struct Matrix
{
    public Matrix(Span<float> values, int rows, int columns)
        : this(values, rows, columns, columns)
    {
    }

    public Matrix(Span<float> values, int rows, int columns, int stride)
        : this(values, rows, columns, stride, isTransposed: false)
    {
        // The native library checks nothing.
        if (rows < 0 || columns < 0 || stride < columns || (rows > 0 && ((long)(rows - 1) * stride) + columns > values.Length))
        {
            throw new ArgumentOutOfRangeException(nameof(values), $"{values.Length} floats hold no {rows} x {columns} matrix with {stride} floats from row to row");
        }
    }

    private Matrix(Span<float> values, int rows, int columns, int stride, bool isTransposed)
    {
        Values = values;
        Rows = rows;
        Columns = columns;
        Stride = stride;
        IsTransposed = isTransposed;
    }

    public Span<float> Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Floats from one row in memory to the next.</summary>
    public int Stride { get; }

    /// <summary>Whether what is a row in memory is a column of this matrix.</summary>
    public bool IsTransposed { get; }

    /// <summary>The same memory read the other way round.</summary>
    public Matrix Transposed => new(Values, Columns, Rows, Stride, !IsTransposed);

    /// <summary>A row of a matrix that is not transposed.</summary>
    public Span<float> this[int row] => Values.Slice(row * Stride, Columns);
}
