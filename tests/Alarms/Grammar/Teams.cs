using System.Collections.Immutable;

namespace HpcVerify.Alarms.Grammar;

/// <summary>OpenMP regions. Tasks store to elements of their own and combine whole numbers only, so that no order shows.</summary>
public sealed class Teams(Choice choice, Expressions expressions, Statements statements)
{
    private const int LongestBody = 3;

    public string Any(Scope scope) => choice.Below(9) switch
    {
        0 => Reduction(scope),
        1 => TwoLoops(scope),
        2 => Sections(),
        3 => Combined(),
        4 => ByThread(scope),
        5 => Simd(scope),
        6 => Collapsed(scope),
        _ => ParallelFor(scope),
    };

    private string ParallelFor(Scope scope)
    {
        var share = NewShare(choice.Of(Reach.N, Reach.N, Reach.All));
        var name = share.Owner.Name;
        var simd = choice.OneIn(6) ? " simd" : "";
        var body = simd.Length > 0 ? SimdBody(scope.Shared(share), share) : statements.Block(scope.Shared(share), LongestBody);
        return $"#pragma omp parallel for{simd}{Size()}{Schedule()}\nfor (int {name} = 0; {name} < {Loops.Count(share.Owner.Reach)}; {name}++) {body}";
    }

    private string Collapsed(Scope scope)
    {
        var share = NewShare(Reach.N);
        var (name, inner) = (share.Owner.Name, new Counter(choice.Name("j"), Reach.M));
        var owned = $"{name} * m + {inner.Name}";
        var buffer = share.Written[0];
        var letter = Frame.Buffers.First(candidate => candidate.Name == buffer).Letter;
        var inside = scope.Shared(share).With(inner);
        // A pair of counters owns one element, so nothing written may be read but that one.
        var others = inside with { Share = share with { Owner = new($"({owned})", Reach.All), Written = share.Written } };
        return $"#pragma omp parallel for collapse(2){Schedule()}\nfor (int {name} = 0; {name} < n; {name}++)\nfor (int {inner.Name} = 0; {inner.Name} < m; {inner.Name}++) {buffer}[{owned}] = {expressions.Of(letter, others, LongestBody)};";
    }

    private string Reduction(Scope scope)
    {
        var share = NewShare(Reach.All);
        var (name, total, last) = (share.Owner.Name, choice.Name("sum"), choice.Name("last"));
        var (type, sign, start, value) = choice.Below(5) switch
        {
            0 => ("double", "+", "0", $"({expressions.Integer(scope.Shared(share), 1).Text} & 15)"),
            1 => ("unsigned", choice.Of("+", "^", "|", "*"), "1", expressions.Of('u', scope.Shared(share), 1)),
            2 => ("int", "max", "-5", expressions.Integer(scope.Shared(share), 1).Text),
            3 => ("double", "min", "1e300", $"(double)({expressions.Integer(scope.Shared(share), 1).Text})"),
            _ => ("long", "+", "3", expressions.Integer(scope.Shared(share), 1).Text),
        };
        var update = sign switch
        {
            "max" => $"{{ {type} v = {value}; if (v > {total}) {total} = v; }}",
            "min" => $"{{ {type} v = {value}; {total} = v < {total} ? v : {total}; }}",
            _ => $"{total} {sign}= {value};",
        };
        return $"{{ {type} {total} = {start}; int {last} = 0;\n#pragma omp parallel for reduction({sign}:{total}) lastprivate({last}){Size()}{Schedule()}\nfor (int {name} = 0; {name} < n * m; {name}++) {{ {last} = {name}; {update} }}\nl[0] = (long){total} + {last}; y[n * m - 1] = {total}; }}";
    }

    private string TwoLoops(Scope scope)
    {
        var (first, second) = (NewShare(Reach.N), NewShare(Reach.N));
        var single = choice.Of("single", "master", "single nowait");
        var barrier = single == "single" ? "" : "\n#pragma omp barrier";
        return $"#pragma omp parallel{Size()}\n{{\n#pragma omp for{Schedule()}\nfor (int {first.Owner.Name} = 0; {first.Owner.Name} < n; {first.Owner.Name}++) {statements.Block(scope.Shared(first), 2)}\n"
            + $"#pragma omp {single}\n{{ {statements.Block(Shared(scope), 1)} }}{barrier}\n"
            + $"#pragma omp for{Schedule()}\nfor (int {second.Owner.Name} = 0; {second.Owner.Name} < n; {second.Owner.Name}++) {statements.Block(scope.Shared(second), 2)}\n}}";
    }

    private string Sections() =>
        $"#pragma omp parallel sections{Size()}\n{{\n#pragma omp section\n{Fill("x", "y", "g", "q", "s")}\n#pragma omp section\n{Fill("u", "q", "b", "s")}\n#pragma omp section\n{Fill("f", "g", "s", "b")}\n}}";

    private string Fill(string buffer, params ReadOnlySpan<string> sources)
    {
        var name = choice.Name("i");
        return $"for (int {name} = 0; {name} < n * m; {name}++) {buffer}[{name}] = {choice.Of(sources)}[{choice.Of(name, $"n * m - 1 - {name}")}];";
    }

    /// <summary>Atomic and critical updates of whole numbers.</summary>
    private string Combined()
    {
        var name = choice.Name("i");
        var update = choice.Of(
            $"#pragma omp atomic\nu[0] += (unsigned)q[{name}] * 3u;",
            $"#pragma omp atomic update\nu[n * m - 1] ^= (unsigned)q[{name}];",
            $"#pragma omp critical\n{{ l[0] = (l[0] ^ q[{name}]); }}",
            $"#pragma omp critical(best)\n{{ if (q[{name}] > p[0]) p[0] = q[{name}]; }}");
        return $"#pragma omp parallel for{Size()}{Schedule()}\nfor (int {name} = 0; {name} < n * m; {name}++) {{\n{update}\n}}";
    }

    /// <summary>Iterations dealt out by the threads themselves.</summary>
    private string ByThread(Scope scope)
    {
        var share = NewShare(Reach.N);
        var (name, id, team) = (share.Owner.Name, choice.Name("id"), choice.Name("team"));
        var loop = choice.OneIn(2)
            ? $"for (int {name} = {id}; {name} < n; {name} += {team})"
            : $"for (int {name} = (int)((long)n * {id} / {team}); {name} < (int)((long)n * ({id} + 1) / {team}); {name}++)";
        return $"#pragma omp parallel{Size()}\n{{ int {id} = omp_get_thread_num(), {team} = omp_get_num_threads();\n{loop} {statements.Block(scope.Shared(share), LongestBody)}\n}}";
    }

    private string Simd(Scope scope)
    {
        var share = NewShare(Reach.All);
        return $"#pragma omp simd{choice.Of("", " safelen(8)", " simdlen(4)")}\nfor (int {share.Owner.Name} = 0; {share.Owner.Name} < n * m; {share.Owner.Name}++) {SimdBody(scope.Shared(share), share)}";
    }

    private string SimdBody(Scope scope, Share share)
    {
        var buffer = share.Written[0];
        var letter = Frame.Buffers.First(candidate => candidate.Name == buffer).Letter;
        var index = share.Owner.Reach == Reach.All ? share.Owner.Name : $"{share.Owner.Name} * m";
        return $"{{ {buffer}[{index}] = {expressions.Of(letter, scope, LongestBody)}; }}";
    }

    private static Scope Shared(Scope scope) => scope with
    {
        IsInLoop = false,
        IsInRegion = true,
        Locals = [.. scope.Locals.Select(local => local with { IsAssignable = false })],
    };

    private Share NewShare(Reach reach)
    {
        var written = Frame.Buffers.Where(_ => choice.OneIn(3)).Select(buffer => buffer.Name).ToImmutableArray();
        return new(new(choice.Name("i"), reach), written.Any(name => name is "x" or "y" or "f" or "g") ? written : written.Add(choice.Of("x", "f")));
    }

    private string Size() => choice.Of("", "", "", " num_threads(2)", " num_threads(3)", " if(n > 2)");

    private string Schedule() => choice.Of("", "", " schedule(static)", " schedule(static, 2)", " schedule(dynamic)", " schedule(dynamic, 3)", " schedule(guided)");
}
