namespace HpcVerify.Alarms.Grammar;

/// <summary>Statements around memory and calls: helpers by value and by pointer, records, local arrays, copies and pointer walks.</summary>
public sealed class Calls(Choice choice, Expressions expressions)
{
    /// <summary>Definitions of what was called so far.</summary>
    public List<string> Helpers { get; } = [];

    /// <summary>A call of a function of two numbers; one in four calls itself.</summary>
    public string ByValue(Scope scope, (string Text, char Letter) target)
    {
        var (name, letter) = (choice.FileName("by_value"), target.Letter is 'd' or 'f' ? choice.Of('d', 'f', 'u') : 'u');
        var type = letter switch { 'd' => "double", 'f' => "float", _ => "unsigned" };
        Helpers.Add(choice.OneIn(4)
            ? $"static {type} {name}({type} v, int k)\n{{\n    return k <= 0 ? v : v {choice.Of("+", "*", "-")} {name}(v, k - {choice.Of("1", "2")});\n}}"
            : $"static inline {type} {name}({type} v, int k)\n{{\n    {type} w = v * v;\n    if (k & 1) return w {choice.Of("+", "-")} 3;\n    return {choice.Of("v", "w * 2", "w - v")};\n}}");
        return $"{target.Text} = {name}({expressions.Of(letter, scope, 2)}, {choice.Of("n", "m", "3", "n & 3", scope.Counters.Length > 0 ? scope.Counters[^1].Name : "1")});";
    }

    /// <summary>A call that stores to a row through a pointer.</summary>
    public string ByPointer(Scope scope, (string Name, string Offset, char Letter)? row)
    {
        if (row is not var (buffer, offset, letter))
        {
            return ";";
        }

        var (name, type) = (choice.FileName("by_pointer"), letter == 'd' ? "double" : "float");
        var update = choice.Of("v[i] = v[i] * c + i", "v[i] -= c", "*(v + i) = c", "v[count - 1 - i] = v[i]", "v[i] = v[i] > c ? v[i] : c");
        Helpers.Add($"static void {name}({type} *v, int count, {type} c, int *done)\n{{\n    for (int i = 0; i < count; i++)\n        {update};\n    *done = count;\n}}");
        var done = choice.Name("done");
        return $"{{ int {done} = 0; {name}({buffer} + {offset}, m, {expressions.Of(letter, scope, 2)}, &{done}); if ({done} != m) {buffer}[{offset}] = 0; }}";
    }

    /// <summary>A call of a function that returns from several places, which one depending on contents.</summary>
    public string Early(Scope scope, (string Text, char Letter) target)
    {
        var name = choice.FileName("early");
        var (first, last) = (choice.Of("v > i", "v != v", "v * i < 3", "v == 2"), choice.Of("v", "-v", "v * k", "k"));
        Helpers.Add($"static double {name}(double v, int k)\n{{\n    for (int i = 0; i < k; i++) {{\n        if ({first}) return {choice.Of("v + i", "v * 2", "i")};\n        {choice.Of("v = v + 1;", "if (v < 0) break;", "if (v < 0) continue; v -= k;")}\n    }}\n    if (v < k) return {choice.Of("k - v", "v")};\n    return {last};\n}}");
        return $"{target.Text} = {name}({expressions.Of('d', scope, 2)}, {choice.Of("m", "2", "n & 3")});";
    }

    /// <summary>A search in a row: where it ends depends on contents, and so does what was stored before.</summary>
    public string Search(Scope scope, (string Name, string Offset, char Letter)? row)
    {
        if (row is not var (buffer, offset, letter))
        {
            return ";";
        }

        var (name, type) = (choice.FileName("search"), letter == 'd' ? "double" : "float");
        var (found, done) = (choice.Of("v[i] > c", "v[i] == c", "!(v[i] <= c)"), choice.Of("v[i] = c", "v[i] += i", "v[count - 1 - i] = v[i]"));
        Helpers.Add($"static {choice.Of("int", "long")} {name}({type} *v, int count, {type} c)\n{{\n    for (int i = 0; i < count; i++) {{\n        if ({found})\n            return i;\n        {done};\n    }}\n    {choice.Of("v[0] = 7;", "")}\n    return -1;\n}}");
        var at = choice.Name("at");
        return $"{{ long {at} = {name}({buffer} + {offset}, m, {expressions.Of(letter, scope, 1)}); {buffer}[{offset}] += {at}; }}";
    }

    /// <summary>A record that is filled, copied and given away.</summary>
    public string Structure(Scope scope, (string Text, char Letter) target)
    {
        var (type, name, copy, function) = (choice.FileName("pair"), choice.Name("r"), choice.Name("r"), choice.FileName("of_pair"));
        // Records by value are not modelled yet, so most are given away by pointer.
        var isByValue = choice.OneIn(12);
        var access = isByValue ? "." : "->";
        Helpers.Add($"struct {type} {{ char c; double a; float b[2]; int k; }};\nstatic double {function}({(isByValue ? $"struct {type} v" : $"const struct {type} *v")})\n{{\n    return v{access}a + v{access}b[v{access}k & 1];\n}}");
        return $"{{ struct {type} {name} = {{ .a = {expressions.Of('d', scope, 2)}, .k = {expressions.Integer(scope, 1).Text}, .b = {{ {expressions.Of('f', scope, 1)} }} }};\n"
            + $"struct {type} {copy} = {name}; {copy}.b[1] = {name}.a; {target.Text} = {function}({(isByValue ? "" : "&")}{copy}) + {copy}.a; }}";
    }

    /// <summary>A local array, filled and read again at other places.</summary>
    public string Array(Scope scope, (string Text, char Letter) target)
    {
        var (name, k) = (choice.Name("w"), choice.Name("k"));
        var inside = scope.With(new Local(k, 'i', false));
        return choice.OneIn(3)
            ? $"{{ float {name}[4][2]; for (int {k} = 0; {k} < 8; {k}++) {name}[{k} / 2][{k} % 2] = {expressions.Of('f', inside, 2)};\nfor (int {k} = 0; {k} < 4; {k}++) {target.Text} = {name}[3 - {k}][{k} & 1] + {name}[{k}][1]; }}"
            : $"{{ double {name}[{choice.Of("8", "n", "m + 8")}{(choice.OneIn(2) ? "" : " + 8")}]; for (int {k} = 0; {k} < {(choice.OneIn(2) ? "n" : "1")}; {k}++) {name}[{k} & 0] = {expressions.Of('d', inside, 2)};\n{target.Text} = {name}[0]; }}";
    }

    /// <summary>Bytes moved, set or cleared.</summary>
    public string Copy(Scope scope, (string Name, string Offset, char Letter)? row)
    {
        if (row is not var (buffer, offset, letter) || scope.Share is not null)
        {
            return ";";
        }

        var other = letter == 'd' ? (buffer == "x" ? "y" : "x") : buffer == "f" ? "g" : "f";
        return choice.Below(4) switch
        {
            0 => $"memcpy({buffer} + {offset}, {other}, m * sizeof *{buffer});",
            1 => $"memmove({buffer}, {buffer} + {offset}, m * sizeof *{buffer});",
            2 => $"memset({buffer} + {offset}, 0, m * sizeof({(letter == 'd' ? "double" : "float")}));",
            _ => $"memcpy({buffer} + {offset}, {other} + {offset}, sizeof(*{buffer}) * (unsigned)m);",
        };
    }

    /// <summary>A pointer from the first to one past the last element of a row, or back.</summary>
    public string Walk(Scope scope, (string Name, string Offset, char Letter)? row)
    {
        if (row is not var (buffer, offset, letter))
        {
            return ";";
        }

        var (at, end, type) = (choice.Name("at"), choice.Name("end"), letter == 'd' ? "double" : "float");
        var value = expressions.Of(letter, scope, 2);
        return choice.Below(4) switch
        {
            0 => $"for ({type} *{at} = {buffer} + {offset}, *{end} = {at} + m; {at} < {end}; {at}++) *{at} = *{at} + {value};",
            1 => $"{{ {type} *{at} = {buffer} + {offset}; for (int {end} = m; {end} > 0; {end}--) *{at}++ = {value}; }}",
            2 => $"{{ {type} *{at} = {buffer} + {offset} + m; while ({at} != {buffer} + {offset}) {{ --{at}; {at}[0] = {value}; }} }}",
            _ => $"{{ {type} *{at} = &{buffer}[{offset}]; for (long {end} = 0; {end} < m; {end} += 1, {at} += 1) {{ if (*{at} < {value}) *{at} = {value}; }} }}",
        };
    }
}
