namespace HpcVerify.Alarms.Grammar;

/// <summary>An expression and its type's letter; <paramref name="Bound"/> is what an integer's absolute value does not exceed.</summary>
public sealed record Written(string Text, char Letter, double Bound);

/// <summary>
/// Random expressions: defined for all contents, since integers carry bounds and whatever could leave them is guarded,
/// except in a wild scope, where one guard in four is left out.
/// </summary>
public sealed class Expressions(Choice choice)
{
    private const double IntegerLimit = 2147483647;
    private readonly Indices _indices = new(choice);

    /// <summary>Any expression that is converted to the letter's type when it is stored.</summary>
    public string Of(char letter, Scope scope, int depth) => letter switch
    {
        'd' or 'f' => Floating(letter, scope, depth),
        'u' => choice.OneIn(3) ? Integer(scope, depth).Text : Unsigned(scope, depth),
        'l' => choice.OneIn(2) ? Integer(scope, depth).Text : Long(scope, depth),
        _ => choice.OneIn(4) ? $"(int)({Unsigned(scope, depth)})" : Integer(scope, depth).Text,
    };

    public string Condition(Scope scope, int depth)
    {
        var relation = choice.Of("<", "<=", ">", ">=", "==", "!=");
        return choice.Below(7) switch
        {
            0 => $"{Floating('d', scope, depth)} {relation} {Floating('d', scope, depth)}",
            1 => $"{Floating('f', scope, depth)} {choice.Of("<", ">")} {Floating('f', scope, depth)}",
            2 when depth > 0 => $"({Condition(scope, depth - 1)}) {choice.Of("&&", "||")} ({Condition(scope, depth - 1)})",
            3 when depth > 0 => $"!({Condition(scope, depth - 1)})",
            4 => $"{Integer(scope, depth).Text} {relation} {Unsigned(scope, depth)}",
            5 => $"({Integer(scope, depth).Text} & {choice.Of(1, 3, 4)}) {choice.Of("==", "!=")} 0",
            _ => $"{Integer(scope, depth).Text} {relation} {Integer(scope, depth).Text}",
        };
    }

    /// <summary>An element that may be read here.</summary>
    public string Element(char letter, Scope scope)
    {
        var names = Frame.Buffers.Where(buffer => buffer.Letter == letter).Select(buffer => buffer.Name).ToArray();
        var name = choice.Of<string>(names);
        return $"{name}[{_indices.Readable(name, scope, this)}]";
    }

    private string Floating(char letter, Scope scope, int depth)
    {
        if (depth <= 0 || choice.OneIn(4))
        {
            return FloatingLeaf(letter, scope);
        }

        string Part() => Floating(choice.OneIn(5) ? choice.Of('d', 'f') : letter, scope, depth - 1);
        var suffix = letter == 'f' ? "f" : "";
        return choice.Below(14) switch
        {
            <= 2 => $"({Part()} + {Part()})",
            <= 4 => $"({Part()} - {Part()})",
            <= 7 => $"({Part()} * {Part()})",
            8 => $"({Part()} / {Part()})",
            9 => $"-({Part()})",
            10 => $"({Condition(scope, depth - 1)} ? {Part()} : {Part()})",
            11 => $"({(letter == 'f' ? "float" : "double")})({Of(choice.Of('i', 'u', 'l'), scope, depth - 1)})",
            12 => choice.Of($"fabs{suffix}({Part()})", $"sqrt{suffix}(fabs{suffix}({Part()}))", $"(fmin{suffix}({Part()}, {Part()}) + 0)", $"(fmax{suffix}({Part()}, {Part()}) + 0)"),
            _ => choice.Of($"floor{suffix}({Part()})", $"ceil{suffix}({Part()})", $"trunc{suffix}({Part()})", $"rint{suffix}({Part()})", $"(fma{suffix}({Part()}, {Part()}, {Part()}) + 0)", $"round{suffix}({Part()})", $"copysign{suffix}({Part()}, 1.5)"),
        };
    }

    private string FloatingLeaf(char letter, Scope scope)
    {
        var locals = scope.Locals.Where(local => local.Letter is 'd' or 'f').ToArray();
        var suffix = letter == 'f' ? "f" : "";
        return choice.Below(8) switch
        {
            0 => choice.Of("0.5", "1.0", "2.25", "-3.0", "1e-3", "0x1p-30", "-0.0") + suffix,
            <= 2 when locals.Length > 0 => choice.Of<Local>(locals).Name,
            3 when scope.Counters.Length > 0 => $"({(letter == 'f' ? "float" : "double")}){choice.Of<Counter>(scope.Counters.AsSpan()).Name}",
            _ => Element(letter, scope),
        };
    }

    private string Unsigned(Scope scope, int depth)
    {
        if (depth <= 0 || choice.OneIn(4))
        {
            return choice.Of(Element('u', scope), $"(unsigned){IntegerLeaf(scope).Text}", choice.Of("1u", "7u", "0x80000000u", "4294967295u", "65535u"));
        }

        string Part() => Unsigned(scope, depth - 1);
        return choice.Below(9) switch
        {
            <= 2 => $"({Part()} {choice.Of("+", "-", "*")} {Part()})",
            3 => $"({Part()} {choice.Of("/", "%")} ({Part()}{(IsUnguarded(scope) ? "" : " | 1u")}))",
            4 => $"({Part()} {choice.Of("<<", ">>")} ({Part()}{(IsUnguarded(scope) ? " & 33" : " & 31")}))",
            5 => $"({Part()} {choice.Of("&", "|", "^")} {Part()})",
            6 => $"({Part()} {choice.Of("+", "*", "-")} {Integer(scope, depth - 1).Text})",
            7 => $"~{Part()}",
            _ => $"({Condition(scope, depth - 1)} ? {Part()} : {Part()})",
        };
    }

    private string Long(Scope scope, int depth)
    {
        var element = Element('l', scope);
        return choice.Below(6) switch
        {
            0 => $"(long)((unsigned long){element} {choice.Of("+", "*", "-")} (unsigned long){Unsigned(scope, depth - 1)})",
            1 => $"({element} >> ({Integer(scope, depth - 1).Text} & 63))",
            2 => $"({element} / (({Integer(scope, depth - 1).Text} & 15) + 1))",
            3 => $"({element} % (({element} & 7) + 3))",
            4 => $"((long){Integer(scope, depth - 1).Text} * {Integer(scope, depth - 1).Text})",
            _ => $"({element} {choice.Of("&", "|", "^")} {Integer(scope, depth - 1).Text})",
        };
    }

    /// <summary>An expression of type int.</summary>
    public Written Integer(Scope scope, int depth)
    {
        if (depth <= 0 || choice.OneIn(4))
        {
            return IntegerLeaf(scope);
        }

        var (left, right) = (Integer(scope, depth - 1), Integer(scope, depth - 1));
        switch (choice.Below(11))
        {
            case <= 2:
                return Sum(left, right, choice.Of("+", "-"), scope);
            case 3:
                return left.Bound * right.Bound <= IntegerLimit || IsUnguarded(scope)
                    ? new($"({left.Text} * {right.Text})", 'i', Math.Min(left.Bound * right.Bound, IntegerLimit))
                    : new($"(({left.Text} % 1000) * ({right.Text} & 255))", 'i', 255_000);
            case 4:
                return new($"({left.Text} {choice.Of("/", "%")} {(IsUnguarded(scope) ? right.Text : $"(({right.Text} & 7) + 1)")})", 'i', left.Bound);
            case 5:
                return new($"({left.Text} >> ({right.Text}{(IsUnguarded(scope) ? "" : " & 31")}))", 'i', left.Bound);
            case 6:
                return IsUnguarded(scope)
                    ? new($"({left.Text} << ({right.Text} & 15))", 'i', IntegerLimit)
                    : new($"(({left.Text} & 1023) << ({right.Text} & 15))", 'i', IntegerLimit);
            case 7:
                return new($"({left.Text} {choice.Of("&", "|", "^")} {right.Text})", 'i', IntegerLimit + 1);
            case 8:
                return new($"({Condition(scope, depth - 1)} ? {left.Text} : {right.Text})", 'i', Math.Max(left.Bound, right.Bound));
            case 9:
                return new($"({choice.Of("short", "signed char", "unsigned char", "unsigned short")})({left.Text})", 'i', 65535);
            default:
                return Truncated(scope, depth);
        }
    }

    private Written Sum(Written left, Written right, string sign, Scope scope) =>
        left.Bound + right.Bound <= IntegerLimit || IsUnguarded(scope) ? new($"({left.Text} {sign} {right.Text})", 'i', Math.Min(left.Bound + right.Bound, IntegerLimit + 1))
        : choice.OneIn(2) ? new($"(int)((unsigned){left.Text} {sign} (unsigned){right.Text})", 'i', IntegerLimit + 1)
        : new($"({left.Text} % 100 {sign} ({right.Text} >> 3))", 'i', 0x20000100);

    /// <summary>A floating value cut to an int where it lies in int's range (C17 6.3.1.4).</summary>
    private Written Truncated(Scope scope, int depth)
    {
        var value = Floating(choice.Of('d', 'f'), scope, depth - 2);
        return IsUnguarded(scope)
            ? new($"(int)({value})", 'i', IntegerLimit + 1)
            : new($"({value} > -1e6 && {value} < 1e6 ? (int)({value}) : {choice.Of(0, 7)})", 'i', 1e6);
    }

    private Written IntegerLeaf(Scope scope)
    {
        var locals = scope.Locals.Where(local => local.Letter == 'i').ToArray();
        switch (choice.Below(10))
        {
            case 0:
                var number = choice.Of(0, 1, 2, 3, 7, 100, 32767);
                return new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), 'i', number);
            case 1:
                return new(choice.Of("n", "m"), 'i', 100);
            case 2 or 3 when scope.Counters.Length > 0:
                return new(choice.Of<Counter>(scope.Counters.AsSpan()).Name, 'i', 1000);
            case 4 when locals.Length > 0:
                return new(choice.Of<Local>(locals).Name, 'i', IntegerLimit + 1);
            case 5:
                return new(Element('s', scope), 'i', 32768);
            case 6:
                return new(Element('b', scope), 'i', 255);
            case 7:
                return new($"({Element('i', scope)} & 255)", 'i', 255);
            default:
                return new(Element('i', scope), 'i', IntegerLimit + 1);
        }
    }

    private bool IsUnguarded(Scope scope) => scope.IsWild && choice.OneIn(4);

}
