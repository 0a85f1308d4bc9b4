using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Loops whose counter takes each value below a limit once, in many forms.</summary>
public sealed class LoopForms(Choice choice, Slips slips, AffineFrame frame)
{
    private string Type => frame.Counter;

    private bool IsSigned => frame.Counter != "unsigned";

    /// <summary>Any form.</summary>
    public string Any(string counter, string limit, string body) => choice.Below(16) switch
    {
        0 => Unrolled(counter, limit, body),
        1 => Halves(counter, limit, body),
        2 => While(counter, limit, body),
        3 => DoWhile(counter, limit, body),
        4 => Broken(counter, limit, body),
        5 => FromBothEnds(counter, limit, body),
        6 => ByParity(counter, limit, body),
        7 => CountDown(counter, limit, body),
        _ => Canonical(counter, limit, body),
    };

    /// <summary>A loop that OpenMP can deal out, at the text's beginning.</summary>
    public string Canonical(string counter, string limit, string body) => choice.Below(12) switch
    {
        0 when IsSigned => Backwards(counter, limit, body),
        1 or 2 => Clamped(counter, limit, body),
        3 => WithEnd(counter, limit, body),
        4 => Guarded(counter, limit, body),
        5 => InBlocks(counter, limit, body),
        6 => Interleaved(counter, limit, body),
        7 => FromOne(counter, limit, body),
        8 => BySize(counter, limit, body),
        _ => Plain(counter, limit, body),
    };

    public string Plain(string i, string limit, string body) =>
        $"for ({Type} {i} = {slips.Or("0", "1")}; {slips.Or($"{i} < {limit}", $"{i} <= {limit}", $"{i} < {limit} - 1", $"{i} < {limit} + 1")}; {slips.Or($"{i}++", $"{i} += 2")}) {body}";

    private string Backwards(string i, string limit, string body) =>
        $"for ({Type} {i} = {limit} - {slips.Or("1", "2", "0")}; {i} {slips.Or(">=", ">")} 0; {i}--) {body}";

    /// <summary>Tiles, the last of which ends where the loop does.</summary>
    private string Clamped(string i, string limit, string body)
    {
        var (tile, width) = (choice.Name("t"), choice.Of("2", "3", "4", "8", "16"));
        var end = slips.Or($"{tile} + {width}", $"{tile} + {width} + 1");
        return $"for ({Type} {tile} = 0; {tile} < {limit}; {tile} += {slips.Or(width, $"{width} + 1")})\nfor ({Type} {i} = {tile}; {i} < {slips.Or($"({end} < {limit} ? {end} : {limit})", end, $"({end} <= {limit} + 1 ? {end} : {limit})", $"({end} > {limit} ? {end} : {limit})")}; {i}++) {body}";
    }

    private string WithEnd(string i, string limit, string body)
    {
        var (tile, end, width) = (choice.Name("t"), choice.Name("end"), choice.Of("2", "4", "5", "8"));
        return $"for ({Type} {tile} = 0; {tile} < {limit}; {tile} += {width}) {{\n{Type} {end} = {tile} + {width};\n{slips.Or($"if ({end} > {limit}) {end} = {limit};", ";", $"if ({end} > {limit}) continue;", $"if ({end} > {limit} + 1) {end} = {limit};")}\nfor ({Type} {i} = {tile}; {i} < {end}; {i}++) {body}\n}}";
    }

    private string Guarded(string i, string limit, string body) =>
        $"for ({Type} {i} = 0; {i} < {limit} + {choice.Of("1", "3", "7")}; {i}++)\nif ({slips.Or($"{i} < {limit}", $"{i} <= {limit}", "1", $"{i} < {limit} && {i} != 2")}) {body}";

    private string InBlocks(string i, string limit, string body)
    {
        var (block, lane, width) = (choice.Name("t"), choice.Name("q"), choice.Of("2", "4", "8"));
        return $"for ({Type} {block} = 0; {block} < {slips.Or($"({limit} + {width} - 1) / {width}", $"({limit}) / {width}", $"({limit}) / {width} + 2")}; {block}++)\nfor ({Type} {lane} = 0; {lane} < {width}; {lane}++)\nif ({slips.Or($"{block} * {width} + {lane} < {limit}", "1", $"{block} * {width} < {limit}")}) {{ const {Type} {i} = {block} * {slips.Or(width, $"{width} - 1")} + {lane}; {body} }}";
    }

    private string Interleaved(string i, string limit, string body)
    {
        var (first, step) = (choice.Name("r"), choice.Of("2", "3"));
        return $"for ({Type} {first} = 0; {first} < {slips.Or(step, $"{step} - 1", $"{step} + 1")}; {first}++)\nfor ({Type} {i} = {first}; {i} < {limit}; {i} += {slips.Or(step, $"{step} + 1")}) {body}";
    }

    private string FromOne(string i, string limit, string body)
    {
        var counter = choice.Name("c");
        return $"for ({Type} {counter} = 1; {counter} <= {slips.Or(limit, $"{limit} + 1", $"{limit} - 1")}; {counter}++) {{ const {Type} {i} = {counter} - {slips.Or("1", "0")}; {body} }}";
    }

    /// <summary>Tiles as wide as a size: where that is zero, some have no end.</summary>
    private string BySize(string i, string limit, string body)
    {
        var (tile, size) = (choice.Name("t"), choice.Of<string>([.. frame.Sizes]));
        var width = choice.OneIn(3) ? size : slips.Or($"({size} > 0 ? {size} : 1)", $"({size} + 1)");
        return $"for ({Type} {tile} = 0; {tile} < {limit}; {tile} += {width})\nfor ({Type} {i} = {tile}; {i} < {tile} + ({size} > 0 ? {size} : 1){slips.Or($" && {i} < {limit}", "")}; {i}++) {body}";
    }

    private string Unrolled(string i, string limit, string body)
    {
        var (counter, lane, width) = (choice.Name("u"), choice.Name("q"), choice.Of(2, 3, 4, 8));
        var tail = slips.Or($"for (; {counter} < {limit}; {counter}++) {{ const {Type} {i} = {counter}; {body} }}", "", $"for (; {counter} + 1 < {limit}; {counter}++) {{ const {Type} {i} = {counter}; {body} }}", $"for (; {counter} <= {limit}; {counter}++) {{ const {Type} {i} = {counter}; {body} }}");
        return $"{{ {Type} {counter} = 0;\nfor (; {slips.Or($"{counter} + {width - 1} < {limit}", $"{counter} < {limit}", $"{counter} + {width - 2} < {limit}")}; {counter} += {width}) for ({Type} {lane} = 0; {lane} < {width}; {lane}++) {{ const {Type} {i} = {counter} + {lane}; {body} }}\n{tail} }}";
    }

    private string Halves(string i, string limit, string body)
    {
        var middle = choice.Name("h");
        var at = choice.Of($"({limit}) / 2", $"({limit} < 3 ? {limit} : 3)", $"({limit}) - ({limit}) % 4");
        return $"{{ const {Type} {middle} = {at};\nfor ({Type} {i} = 0; {i} < {middle}; {i}++) {body}\nfor ({Type} {i} = {middle}{slips.Or("", " + 1")}; {i} < {limit}; {i}++) {body} }}";
    }

    private string While(string i, string limit, string body) =>
        $"{{ {Type} {i} = 0; while ({i} {slips.Or("<", "<=", "!=")} {limit}) {{ {body} {i} += {slips.Or("1", "2", "0")}; }} }}";

    private string DoWhile(string i, string limit, string body) =>
        $"{slips.Or($"if ({limit} > 0)", "")} {{ {Type} {i} = 0; do {{ {body} }} while (++{i} < {limit}); }}";

    private string Broken(string i, string limit, string body) =>
        $"for ({Type} {i} = 0;; {i}++) {{ if ({i} {slips.Or(">=", ">")} {limit}) break; {body} }}";

    private string FromBothEnds(string i, string limit, string body)
    {
        if (!IsSigned)
        {
            return Plain(i, limit, body);
        }

        var (low, high) = (choice.Name("lo"), choice.Name("hi"));
        return $"for ({Type} {low} = 0, {high} = {limit} - {slips.Or("1", "2")}; {low} {slips.Or("<=", "<")} {high}; {low}++, {high}--) {{ {{ const {Type} {i} = {low}; {body} }} {{ const {Type} {i} = {high}; {body} }} }}";
    }

    private string ByParity(string i, string limit, string body) =>
        $"{{ for ({Type} {i} = 0; {i} < {limit}; {i} += 2) {body}\nfor ({Type} {i} = 1; {i} < {slips.Or(limit, $"{limit} - 1")}; {i} += {slips.Or("2", "4")}) {body} }}";

    private string CountDown(string i, string limit, string body)
    {
        var left = choice.Name("left");
        return $"{{ {Type} {left} = {limit}; while ({left}-- > 0) {{ const {Type} {i} = {slips.Or(left, $"{left} + 1")}; {body} }} }}";
    }
}
