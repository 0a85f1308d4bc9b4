using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Passes over the output through an array of the kernel's own, which begins without values.</summary>
public sealed class Temporaries(Choice choice, Slips slips, AffineFrame frame, LoopForms forms, Nests nests, Reads reads)
{
    private Shape Output => frame.Output;

    public string Any() => choice.Below(6) switch
    {
        0 or 1 => Whole(),
        2 => Row(),
        3 => Fixed(),
        4 => Scalar(),
        _ => Column(),
    };

    /// <summary>As large as the output.</summary>
    private string Whole()
    {
        var name = choice.Name("w");
        var (make, free) = Made(name, Output.Count[6..]);
        return $"{make}\n{nests.Over(Output, at => $"{name}[{Output.At([.. at])}] = {reads.One(Output, at)};")}\n"
            + $"{nests.Over(Output, at => $"y[{Output.At([.. at])}] = {name}[{Output.At([.. at])}];")}\n{free}";
    }

    /// <summary>One row, filled before each row of the output, inside or outside of the loop.</summary>
    private string Row()
    {
        var (name, limit, outer) = (choice.Name("w"), Output.Innermost, nests.Coordinates(Output));
        var (make, free) = Made(name, limit);
        var (fill, use) = (choice.Name("f"), outer[^1]);
        var inside = $"{forms.Any(fill, limit, $"{name}[{fill}] = {fill};")}\n{forms.Any(use, limit, $"y[{Output.At([.. outer])}] = {name}[{choice.Of(use, $"{limit} - 1 - {use}", slips.Or(use, $"{use} + 1"))}];")}";
        var (isInside, isTeam) = (choice.OneIn(2), choice.OneIn(2));
        var hasTeam = isTeam && (isInside || slips.Or("", "team").Length > 0);
        var text = $"{{ {(isInside ? $"{make} {inside} {free}" : inside)} }}";
        for (var level = outer.Length - 2; level >= 0; level--)
        {
            text = level > 0 || !isTeam ? $"{{ {forms.Any(outer[level], Output.Extents[level], text)} }}"
                : $"{{\n{(hasTeam ? "#pragma omp parallel for\n" : "")}{forms.Canonical(outer[level], Output.Extents[level], text)} }}";
        }

        return isInside ? text : $"{make}\n{text}\n{free}";
    }

    /// <summary>A few elements, as registers would be.</summary>
    private string Fixed()
    {
        var (name, lane, tile, width, limit, outer, type) = (choice.Name("w"), choice.Name("q"), choice.Name("t"), choice.Of(2, 4, 8), Output.Innermost, nests.Coordinates(Output), frame.Counter);
        var at = Output.At([.. outer[..^1], $"{tile} + {lane}"]);
        var inside = $"for ({type} {tile} = 0; {tile} < {limit}; {tile} += {width}) {{\n{frame.Element} {name}[{width}];\n"
            + $"for ({type} {lane} = {slips.Or("0", "1")}; {lane} < {slips.Or($"{width}", $"{width - 1}", $"{width + 1}")}; {lane}++) {name}[{lane}] = {lane};\n"
            + $"for ({type} {lane} = 0; {lane} < {width}{slips.Or($" && {tile} + {lane} < {limit}", "")}; {lane}++) y[{at}] = {name}[{lane}];\n}}";
        for (var level = outer.Length - 2; level >= 0; level--)
        {
            inside = $"{{ {forms.Any(outer[level], Output.Extents[level], inside)} }}";
        }

        return inside;
    }

    /// <summary>A variable that is assigned in a loop or branch which may not run.</summary>
    private string Scalar()
    {
        var (name, count, over) = (choice.Name("v"), choice.Name("k"), choice.Of<string>([.. frame.Sizes]));
        var assign = slips.Or($"{name} = 0;", "");
        var kind = choice.Below(2);
        return nests.Over(Output, at => kind == 0
            ? $"{frame.Element} {name}; {assign} for ({frame.Counter} {count} = 0; {count} < {over}; {count}++) {name} = {reads.One(Output, at)}; y[{Output.At([.. at])}] = {name};"
            : $"{frame.Element} {name}; if ({at[0]} < {over}) {name} = 1; {slips.Or($"else {name} = 2;", $"if ({at[0]} > {over}) {name} = 2;")} y[{Output.At([.. at])}] = {name};");
    }

    /// <summary>One number for each row, all before the output.</summary>
    private string Column()
    {
        var (name, limit) = (choice.Name("w"), Output.Extents[0]);
        var (make, free) = Made(name, limit);
        return $"{make}\n{nests.Over(new Shape(limit), at => $"{name}[{at[0]}] = {at[0]};")}\n{nests.Over(Output, at => $"y[{Output.At([.. at])}] = {name}[{at[0]}];")}\n{free}";
    }

    private (string Make, string Free) Made(string name, string count)
    {
        var size = slips.Or(count, $"{count} - 1", $"{count} / 2");
        return choice.Below(5) switch
        {
            // An array of no elements is none (C17 6.7.6.2p5).
            4 => ($"{frame.Element} {name}[{size}];", ""),
            0 => ($"{frame.Element} {name}[{size} + 1];", ""),
            1 => ($"{frame.Element} *{name} = calloc({Shape.InProduct(size)}, sizeof *{name});", $"free({name});"),
            2 => ($"{frame.Element} *{name} = aligned_alloc(32, (sizeof *{name} * ({size}) + 31) / 32 * 32);", $"free({name});"),
            _ => ($"{frame.Element} *{name} = malloc(sizeof *{name} * ({size}));", $"free({name});"),
        };
    }
}
