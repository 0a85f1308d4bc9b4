using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Loops over all elements of an array, by one thread, a team, or lanes.</summary>
public sealed class Nests(Choice choice, Slips slips, AffineFrame frame, LoopForms forms)
{
    /// <summary>Every element once.</summary>
    public string Over(Shape shape, Func<ImmutableArray<string>, string> body) => choice.Below(10) switch
    {
        0 or 1 or 2 => InTeam(shape, body),
        3 when shape.Extents.Length > 1 => Collapsed(shape, body),
        4 when shape.Extents.Length > 1 => InTeamInside(shape, body),
        5 => InLanes(shape, body),
        6 => ByThreadNumber(shape, body),
        _ => Alone(shape, body),
    };

    public string Alone(Shape shape, Func<ImmutableArray<string>, string> body)
    {
        var at = Coordinates(shape);
        return Around(shape, at, 0, body(at));
    }

    /// <summary>Loops over all but the outermost coordinate.</summary>
    public string Inside(Shape shape, ImmutableArray<string> at, string body) => Around(shape, at, 1, $"{{ {body} }}");

    public ImmutableArray<string> Coordinates(Shape shape) => [.. shape.Extents.Select(_ => choice.Name("i"))];

    public string Clauses() =>
        choice.Of("", "", "", " schedule(static)", " schedule(static, 1)", " schedule(static, 3)", " schedule(dynamic)", " schedule(guided, 2)") + choice.Of("", "", "", " num_threads(3)", " num_threads(2)");

    private string Around(Shape shape, ImmutableArray<string> at, int outermost, string body)
    {
        var text = $"{{ {body} }}";
        for (var level = at.Length - 1; level >= outermost; level--)
        {
            text = $"{{ {forms.Any(at[level], shape.Extents[level], text)} }}";
        }

        return text;
    }

    private string InTeam(Shape shape, Func<ImmutableArray<string>, string> body)
    {
        var at = Coordinates(shape);
        if (choice.OneIn(4))
        {
            // A scalar from outside is shared, unless a clause says otherwise.
            var kept = choice.Name("v");
            var inside = $"{kept} = 1; {body(at)} {kept} += {at[0]};";
            return $"{frame.Counter} {kept} = 0;\n#pragma omp parallel for{slips.Or($" private({kept})", "", $" shared({kept})")}{Clauses()}\n{forms.Canonical(at[0], shape.Extents[0], Around(shape, at, 1, inside))}";
        }

        return $"#pragma omp parallel for{Clauses()}\n{forms.Canonical(at[0], shape.Extents[0], Around(shape, at, 1, body(at)))}";
    }

    private string InTeamInside(Shape shape, Func<ImmutableArray<string>, string> body)
    {
        var at = Coordinates(shape);
        var inner = $"#pragma omp parallel for{Clauses()}\n{forms.Canonical(at[1], shape.Extents[1], Around(shape, at, 2, body(at)))}";
        return forms.Plain(at[0], shape.Extents[0], $"{{\n{inner}\n}}");
    }

    private string Collapsed(Shape shape, Func<ImmutableArray<string>, string> body)
    {
        var at = Coordinates(shape);
        var inside = Around(shape, at, 2, body(at));
        if (choice.OneIn(2))
        {
            return $"#pragma omp parallel for collapse(2){Clauses()}\n{forms.Plain(at[0], shape.Extents[0], "")}\n{forms.Plain(at[1], shape.Extents[1], inside)}";
        }

        var tiles = at[..2].Select(_ => choice.Name("t")).ToList();
        var width = choice.Of("2", "3", "4", "8");
        string Tiles(int level) => $"for ({frame.Counter} {tiles[level]} = 0; {tiles[level]} < {shape.Extents[level]}; {tiles[level]} += {width})";
        string Tile(int level) => $"for ({frame.Counter} {at[level]} = {tiles[level]}; {at[level]} < {tiles[level]} + {slips.Or(width, $"{width} + 1")}{slips.Or($" && {at[level]} < {shape.Extents[level]}", "")}; {at[level]}++)";
        return $"#pragma omp parallel for collapse(2){Clauses()}\n{Tiles(0)}\n{Tiles(1)}\n{Tile(0)}\n{Tile(1)} {inside}";
    }

    private string InLanes(Shape shape, Func<ImmutableArray<string>, string> body)
    {
        var at = Coordinates(shape);
        var text = $"{{\n#pragma omp simd\n{forms.Plain(at[^1], shape.Innermost, $"{{ {body(at)} }}")}\n}}";
        for (var level = at.Length - 2; level >= 0; level--)
        {
            text = $"{{ {forms.Any(at[level], shape.Extents[level], text)} }}";
        }

        return text;
    }

    /// <summary>Each thread has a part of the outermost coordinate.</summary>
    private string ByThreadNumber(Shape shape, Func<ImmutableArray<string>, string> body)
    {
        var (at, limit) = (Coordinates(shape), shape.Extents[0]);
        var (thread, team, low, high, type) = (choice.Name("tid"), choice.Name("nt"), choice.Name("lo"), choice.Name("hi"), frame.Counter);
        var inside = Around(shape, at, 1, body(at));
        var begin = $"#pragma omp parallel{choice.Of("", "", " num_threads(3)", " num_threads(2)")}\n{{\nconst {type} {thread} = omp_get_thread_num(), {team} = omp_get_num_threads();";
        return choice.Below(3) switch
        {
            0 => $"{begin}\nfor ({type} {at[0]} = {thread}; {at[0]} < {limit}; {at[0]} += {slips.Or(team, $"{team} + 1", "1")}) {inside}\n}}",
            1 => $"{begin}\nconst {type} {low} = {thread} * ({limit}) / {team}, {high} = ({thread} + 1) * ({limit}) / {team};\nfor ({type} {at[0]} = {low}; {at[0]} {slips.Or("<", "<=")} {high}; {at[0]}++) {inside}\n}}",
            _ => $"{begin}\nconst {type} {low} = {slips.Or($"({limit} + {team} - 1) / {team}", $"({limit}) / {team}")};\nfor ({type} {at[0]} = {thread} * {low}; {at[0]} < ({thread} + 1) * {low}{slips.Or($" && {at[0]} < {limit}", "")}; {at[0]}++) {inside}\n}}",
        };
    }
}
