using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Passes in which threads of one region wait for each other, or write to the same elements.</summary>
public sealed class TeamPasses(Choice choice, Slips slips, AffineFrame frame, LoopForms forms, Nests nests, Reads reads)
{
    private Shape Output => frame.Output;

    public string Any() => choice.Below(5) switch
    {
        0 or 1 => TwoLoops(),
        2 => Accumulated(),
        3 => ByOne(),
        _ => Reduced(),
    };

    /// <summary>The second loop reads what the first wrote, in the same or another place.</summary>
    private string TwoLoops()
    {
        var (name, limit, rest) = (choice.Name("w"), Output.Extents[0], choice.Name("i"));
        var at = nests.Coordinates(Output);
        var other = choice.Of(at[0], $"({limit} - 1 - {at[0]})", $"({at[0]} > 0 ? {at[0]} - 1 : 0)");
        var wait = choice.OneIn(3) ? (" nowait", slips.Or("#pragma omp barrier", "")) : (slips.Or("", " nowait"), "");
        var schedule = choice.Of("", "", " schedule(static)", " schedule(static, 2)", " schedule(dynamic)");
        var first = $"#pragma omp for{schedule}{wait.Item1}\n{forms.Plain(rest, limit, $"{name}[{rest}] = {rest};")}\n{wait.Item2}";
        var second = $"#pragma omp for{schedule}\n{forms.Canonical(at[0], limit, nests.Inside(Output, at, $"y[{Output.At([.. at])}] = {name}[{other}] + {reads.One(Output, at)};"))}";
        return $"{frame.Element} *{name} = malloc(sizeof *{name} * ({limit}));\n#pragma omp parallel{choice.Of("", " num_threads(3)")}\n{{\n{first}\n{second}\n}}\nfree({name});";
    }

    /// <summary>All turns add to a few elements.</summary>
    private string Accumulated()
    {
        var (turn, over) = (choice.Name("k"), choice.Of<string>([.. frame.Sizes]));
        var clear = nests.Over(Output, at => $"y[{Output.At([.. at])}] = 0;");
        var guard = slips.Or("#pragma omp atomic", "#pragma omp critical", "");
        var at = Output.At([.. Output.Extents.Select(_ => "0")]);
        var some = string.Join(" && ", Output.Extents.Select(extent => $"{extent} > 0"));
        return $"{clear}\nif ({some}) {{\n#pragma omp parallel for{nests.Clauses()}\nfor ({frame.Counter} {turn} = 0; {turn} < {over}; {turn}++) {{\n{guard}\ny[{choice.Of(at, $"{turn} % 2 * 0")}] += 1;\n}}\n}}";
    }

    /// <summary>One thread writes what all of them read.</summary>
    private string ByOne()
    {
        var name = choice.Name("v");
        var one = choice.Below(2) == 0 ? $"#pragma omp single{slips.Or("", " nowait")}\n{name} = 3;" : $"#pragma omp master\n{name} = 3;\n{slips.Or("#pragma omp barrier", "")}";
        var at = nests.Coordinates(Output);
        return $"{frame.Element} {name} = 1;\n#pragma omp parallel\n{{\n{one}\n#pragma omp for{choice.Of("", " nowait", " schedule(dynamic)")}\n{forms.Canonical(at[0], Output.Extents[0], nests.Inside(Output, at, $"y[{Output.At([.. at])}] = {name};"))}\n}}";
    }

    /// <summary>A sum over one of the sizes by the team, which every element gets.</summary>
    private string Reduced()
    {
        var (sum, turn, over) = (choice.Name("s"), choice.Name("k"), choice.Of<string>([.. frame.Sizes]));
        var start = slips.Or(" = 0", "");
        return $"{frame.Element} {sum}{start};\n#pragma omp parallel for{slips.Or($" reduction(+ : {sum})", "")}{nests.Clauses()}\nfor ({frame.Counter} {turn} = 0; {turn} < {over}; {turn}++) {sum} += 1;\n"
            + nests.Over(Output, at => $"y[{Output.At([.. at])}] = {sum};");
    }
}
