using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Statements that write all elements of the output.</summary>
public sealed class Passes
{
    private readonly Choice _choice;
    private readonly Slips _slips;
    private readonly AffineFrame _frame;
    private readonly LoopForms _forms;
    private readonly Nests _nests;
    private readonly Reads _reads;
    private readonly Temporaries _temporaries;
    private readonly TeamPasses _teams;
    private readonly Vectors _vectors;

    public Passes(Choice choice, Slips slips, AffineFrame frame)
    {
        (_choice, _slips, _frame) = (choice, slips, frame);
        _forms = new(choice, slips, frame);
        _nests = new(choice, slips, frame, _forms);
        _reads = new(choice, slips, frame);
        _temporaries = new(choice, slips, frame, _forms, _nests, _reads);
        _teams = new(choice, slips, frame, _forms, _nests, _reads);
        _vectors = new(choice, slips, frame, _nests);
    }

    /// <summary>Functions that are called, in the order of their definition.</summary>
    public List<string> Helpers { get; } = [];

    private Shape Output => _frame.Output;

    public string Any() => _choice.Below(18) switch
    {
        0 => Clear() + "\n" + Update(),
        1 => Recurrence(),
        2 => Edges(),
        3 when Output.Extents.Length == 2 => Triangles(),
        4 => Helper(),
        5 => Walk(),
        6 or 7 or 8 => _temporaries.Any(),
        9 or 10 or 11 => _teams.Any(),
        12 or 13 => _vectors.Any(),
        14 => ReadBack(),
        _ => Map(),
    };

    private string Map() => _nests.Over(Output, at => Store(Output, at));

    private string Store(Shape shape, ImmutableArray<string> at)
    {
        var (before, value) = _reads.Any(shape, at);
        return $"{before}y[{shape.At([.. at])}] = {value};";
    }

    private string Clear() => _choice.OneIn(4) ? $"memset(y, 0, sizeof *y * {_slips.Or(Product(), $"({Product()} - 1)", $"({Product()} + 1)")});" : _nests.Over(Output, at => $"y[{Output.At([.. at])}] = 0;");

    private string Product() => string.Join(" * ", Output.Extents.Select(Shape.InProduct));

    private string Update() => _nests.Over(Output, at => $"y[{Output.At([.. at])}] += {_reads.One(Output, at)};");

    /// <summary>What was written is read again, by the same or another order of loops.</summary>
    private string ReadBack() => Map() + "\n" + _nests.Over(Output, at =>
    {
        var other = (string[])[.. at[..^1], $"{_choice.Of(at[^1], $"({Output.Innermost} - 1 - {at[^1]})")}"];
        return $"y[{Output.At([.. at])}] = {_choice.Of("", "2 * ")}y[{Output.At(_choice.OneIn(3) ? other : [.. at])}];";
    });

    /// <summary>Each element needs the one before.</summary>
    private string Recurrence()
    {
        var at = _nests.Coordinates(Output);
        var last = at[^1];
        var before = Output.At([.. at[..^1], $"{last} - {_choice.Of("1", "1", "2")}"]);
        var loop = $"{{ {_slips.Or("", "\n#pragma omp simd\n", "\n#pragma omp parallel for\n")}{_forms.Plain(last, Output.Innermost, $"y[{Output.At([.. at])}] = {last} {_slips.Or(">", ">=")} 1 ? y[{before}] + {_reads.One(Output, at)} : 0;")} }}";
        for (var level = at.Length - 2; level >= 0; level--)
        {
            loop = $"{{ {_forms.Any(at[level], Output.Extents[level], loop)} }}";
        }

        return loop;
    }

    /// <summary>The first and last element of each row apart from those between.</summary>
    private string Edges()
    {
        var (at, limit) = (_nests.Coordinates(Output), Output.Innermost);
        string At(string last) => Output.At([.. at[..^1], last]);
        var between = $"for ({_frame.Counter} {at[^1]} = 1; {at[^1]} + 1 < {limit}; {at[^1]}++) y[{At(at[^1])}] = {_reads.One(Output, at)};";
        var text = $"{{ {_slips.Or($"if ({limit} > 0) {{", "{")} y[{At("0")}] = 1; y[{At($"{limit} - 1")}] = {_slips.Or("2", $"y[{At($"{limit} - 2")}]")}; }} {between} }}";
        for (var level = at.Length - 2; level >= 0; level--)
        {
            text = $"{{ {_forms.Any(at[level], Output.Extents[level], text)} }}";
        }

        return text;
    }

    private string Triangles()
    {
        var (at, type) = (_nests.Coordinates(Output), _frame.Counter);
        var (row, column) = (at[0], at[1]);
        var team = _choice.Of("", $"#pragma omp parallel for{_nests.Clauses()}\n");
        return $"{team}for ({type} {row} = 0; {row} < {Output.Extents[0]}; {row}++) {{\n"
            + $"for ({type} {column} = 0; {column} < {Output.Extents[1]} && {column} <= {row}; {column}++) {{ {Store(Output, at)} }}\n"
            + $"for ({type} {column} = {row} + {_slips.Or("1", "2", "0")}; {column} < {Output.Extents[1]}; {column}++) {{ {Store(Output, at)} }}\n}}";
    }

    private string Helper()
    {
        var name = _choice.FileName("row");
        var counter = _choice.Name("i");
        Helpers.Add($"static void {name}({_frame.Element} *row, {_frame.Counter} count, {string.Join(", ", _frame.Sizes.Select(size => $"{_frame.SizeType} {size}"))})\n{{\n{_forms.Any(counter, "count", $"row[{counter}] = {counter};")}\n}}");
        return RowWise(row => $"{name}(y + {row}, {_slips.Or(Output.Innermost, $"{Output.Innermost} - 1", $"{Output.Innermost} + 1")}, {string.Join(", ", _frame.Sizes)});");
    }

    private string Walk()
    {
        var (at, end, limit) = (_choice.Name("p"), _choice.Name("e"), Output.Innermost);
        var kind = _choice.Below(3);
        return RowWise(row => kind switch
        {
            0 => $"for ({_frame.Element} *{at} = y + {row}, *{end} = {at} + {_slips.Or(limit, $"{limit} - 1")}; {at} {_slips.Or("<", "<=")} {end}; {at}++) *{at} = 1;",
            1 => $"{{ {_frame.Element} *{at} = y + {row}; for ({_frame.Counter} {end} = {limit}; {end} > {_slips.Or("0", "1")}; {end}--) *{at}++ = 2; }}",
            _ => $"{{ {_frame.Element} *{at} = y + {row} + {limit}; for ({_frame.Counter} {end} = 0; {end} {_slips.Or("<", "<=")} {limit}; {end}++) *--{at} = 2; }}",
        });
    }

    private string RowWise(Func<string, string> inRow)
    {
        var rows = new Shape(Output.Extents.Length > 1 ? Output.Extents[..^1] : ["1"]);
        return _nests.Over(rows, at => inRow(Output.Extents.Length > 1 ? Output.At([.. at, "0"]) : $"{at[0]} * 0"));
    }
}
