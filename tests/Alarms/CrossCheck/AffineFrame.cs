using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>What a random kernel is called with: two or three sizes, one or two inputs and one output, and what its contract promises.</summary>
public sealed class AffineFrame
{
    private const int MostReads = 2;

    private readonly Choice _choice;

    private readonly List<(string Name, Shape Shape)> _inputs = [];

    public AffineFrame(Choice choice)
    {
        _choice = choice;
        Sizes = choice.OneIn(3) ? ["M", "N", "K"] : ["M", "N"];
        SizeType = choice.OneIn(6) ? "long" : choice.OneIn(10) ? "unsigned" : "int";
        Counter = SizeType == "int" && choice.OneIn(6) ? "long" : SizeType;
        Element = choice.Of("double", "double", "double", "double", "float", "int");
        Output = OutputShape();
        OutputWord = choice.Of("writes", "writes", "writes", "updates", "zeroed");
        IsAligned = choice.OneIn(4);
        Least = [.. Sizes.Select(_ => choice.Of(0, 0, 0, 1, 1, 3))];
        Extra = choice.OneIn(4) ? choice.Of("N % 4 == 0", "M <= N", "N == 2 * M", "M % 2 == 0 && N % 8 == 0", "M + N >= 4", "N <= 3", "M == N || N == 5") : "";
        Largest = choice.Of("", "INT_MAX - 4096", "INT_MAX - 4096", "INT_MAX - 4096", "10000", "10000");
    }

    public ImmutableArray<string> Sizes { get; }

    /// <summary>The type of the sizes, and of the counters of loops.</summary>
    public string SizeType { get; }

    public string Counter { get; }

    public string Element { get; }

    public Shape Output { get; }

    /// <summary>Whether the output holds anything before the call.</summary>
    public bool HasValues => OutputWord != "writes";

    public bool IsAligned { get; }

    private string OutputWord { get; }

    private ImmutableArray<int> Least { get; }

    private string Extra { get; }

    private string Largest { get; }

    /// <summary>The name of an input of this shape.</summary>
    public string Input(Shape shape)
    {
        if (_inputs.FirstOrDefault(input => input.Shape.Extents.SequenceEqual(shape.Extents)) is { Name: { } known })
        {
            return known;
        }

        var name = $"a{_inputs.Count}";
        _inputs.Add((name, shape));
        return name;
    }

    public bool HasRoom => _inputs.Count < MostReads;

    public bool Has(Shape shape) => _inputs.Any(input => input.Shape.Extents.SequenceEqual(shape.Extents));

    public string Parameters => string.Join(", ", _inputs.Select(input => $"const {Element} *{input.Name}").Append($"{Element} *y").Concat(Sizes.Select(size => $"{SizeType} {size}")));

    public string Contract
    {
        get
        {
            var lines = Sizes.Zip(Least, (size, least) => $"requires({size} >= {least}{(Largest.Length > 0 ? $" && {size} <= {Largest}" : "")});").ToList();
            lines.AddRange(Extra.Length > 0 ? [$"requires({Extra});"] : []);
            lines.AddRange(_inputs.Select(input => input.Shape.Count).Append(Output.Count).Where(count => count.Contains('*')).Distinct().Select(count => $"requires({count} <= INT_MAX);"));
            lines.AddRange(_inputs.Select(input => $"readable({input.Name}, {input.Shape.Count});"));
            lines.Add($"{(OutputWord == "updates" ? "updates" : "writes")}(y, {Output.Count});");
            lines.AddRange(OutputWord == "zeroed" ? ["zeroed(y);"] : []);
            lines.AddRange(_inputs.Select(input => $"disjoint(y, {input.Name});"));
            lines.AddRange(IsAligned ? _inputs.Select(input => input.Name).Append("y").Select(name => $"aligned({name}, 32);") : []);
            return string.Join("\n    ", lines);
        }
    }

    private Shape OutputShape() => _choice.Below(12) switch
    {
        0 or 1 => new("N"),
        2 => new("N + 1"),
        3 => new("2 * N"),
        4 => new("M + 1", "N"),
        5 => new("M", "N + 2"),
        6 => new(_choice.Of("N", "M"), _choice.Of("N", "8", "4")),
        7 when Sizes.Length > 2 => new("K", "M", "N"),
        _ => new("M", "N"),
    };
}
