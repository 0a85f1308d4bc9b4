namespace HpcVerify.Alarms.Grammar;

/// <summary>Random loops: straight, backwards, blocked with a tail, unrolled with a remainder, and controlled by contents.</summary>
public sealed class Loops(Choice choice, Expressions expressions, Statements statements)
{
    private const int LongestBody = 3;

    public string Any(Scope scope)
    {
        var reach = choice.Of(Reach.N, Reach.M, Reach.M, Reach.All);
        return choice.Below(7) switch
        {
            0 => Blocked(scope, reach),
            1 => Unrolled(scope, reach),
            2 => Backwards(scope, reach),
            3 => Accumulated(scope, reach),
            _ => Straight(scope, reach),
        };
    }

    /// <summary>How many turns a loop of this reach takes.</summary>
    public static string Count(Reach reach) => reach switch
    {
        Reach.N => "n",
        Reach.M => "m",
        _ => "n * m",
    };

    /// <summary>A loop whose test reads contents: it ends at the latest when its counter does.</summary>
    public string While(Scope scope)
    {
        var counter = new Counter(choice.Name("c"), choice.Of(Reach.N, Reach.M));
        var inside = scope.With(counter) with { IsInLoop = false };
        var (limit, condition) = (Count(counter.Reach), expressions.Condition(inside, 1));
        var body = statements.Block(inside, 2);
        return choice.Below(4) switch
        {
            0 => $"{{ int {counter.Name} = 0; while ({counter.Name} < {limit} && ({condition})) {{ {body} {counter.Name}++; }} }}",
            1 => $"{{ int {counter.Name} = 0; do {{ {body} }} while (++{counter.Name} < {limit}); }}",
            2 => $"{{ int {counter.Name} = 0; do {{ {body} if ({condition}) break; }} while (++{counter.Name} < {limit}); }}",
            _ => $"{{ int {counter.Name} = {limit}; while ({counter.Name}-- > 0) {body} }}",
        };
    }

    private string Straight(Scope scope, Reach reach)
    {
        var counter = new Counter(choice.Name("i"), reach);
        var (first, step) = choice.OneIn(4) ? (choice.Of("0", "1"), choice.Of("2", "3")) : ("0", "1");
        var limit = choice.OneIn(5) ? $"{Count(reach)} - 1" : Count(reach);
        var type = choice.OneIn(5) ? "long" : "int";
        return $"for ({type} {counter.Name} = {first}; {counter.Name} < {limit}; {(step == "1" ? $"{counter.Name}++" : $"{counter.Name} += {step}")}) {statements.Block(scope.With(counter), LongestBody)}";
    }

    private string Backwards(Scope scope, Reach reach)
    {
        var counter = new Counter(choice.Name("i"), reach);
        return $"for (int {counter.Name} = {Count(reach)} - 1; {counter.Name} >= 0; {counter.Name}--) {statements.Block(scope.With(counter), LongestBody)}";
    }

    private string Blocked(Scope scope, Reach reach)
    {
        var (counter, tile, limit) = (new Counter(choice.Name("i"), reach), choice.Name("k"), Count(reach));
        var width = choice.Of("2", "3", "4", "8");
        var end = choice.Of($"({tile} + {width} < {limit} ? {tile} + {width} : {limit})", $"({limit} - {tile} < {width} ? {limit} : {tile} + {width})");
        return $"for (int {tile} = 0; {tile} < {limit}; {tile} += {width})\nfor (int {counter.Name} = {tile}; {counter.Name} < {end}; {counter.Name}++) {statements.Block(scope.With(counter), LongestBody)}";
    }

    /// <summary>The same statement for 2 or 4 neighbours, then for what is left over.</summary>
    private string Unrolled(Scope scope, Reach reach)
    {
        var counter = new Counter(choice.Name("i"), reach);
        var width = choice.Of(2, 4);
        var body = statements.Block(scope.With(counter) with { IsInLoop = false }, 2);
        var limit = Count(reach);
        var copies = string.Concat(Enumerable.Range(0, width).Select(_ => $"{body} {counter.Name}++;\n"));
        return $"{{ int {counter.Name} = 0;\nfor (; {counter.Name} + {width - 1} < {limit};) {{ {copies} }}\nfor (; {counter.Name} < {limit}; {counter.Name}++) {body} }}";
    }

    /// <summary>A sum, product or extreme over elements, left in a place afterwards.</summary>
    private string Accumulated(Scope scope, Reach reach)
    {
        var (counter, sum) = (new Counter(choice.Name("i"), reach), new Local(choice.Name("a"), 'd', true));
        var inside = scope.With(counter).With(sum);
        var (target, _) = statements.Target(scope, "df");
        var update = choice.Below(3) switch
        {
            0 => $"{sum.Name} = {sum.Name} > {expressions.Element('d', inside)} ? {sum.Name} : {expressions.Element('d', inside)};",
            1 => $"{sum.Name} *= {expressions.Of('d', inside, 1)};",
            _ => $"{sum.Name} += {expressions.Element('d', inside)} * {expressions.Of('f', inside, 1)};",
        };
        return $"{{ double {sum.Name} = {choice.Of("0", "1")};\nfor (int {counter.Name} = 0; {counter.Name} < {Count(reach)}; {counter.Name}++) {update}\n{target} {choice.Of("=", "+=")} {sum.Name}; }}";
    }
}
