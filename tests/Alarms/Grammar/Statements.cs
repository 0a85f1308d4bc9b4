namespace HpcVerify.Alarms.Grammar;

/// <summary>Random statements, as lines of C; what may be named where they stand is the scope's to say.</summary>
public sealed class Statements
{
    private const int Deepest = 3;
    private const int MostNesting = 6;
    private const int ExpressionDepth = 3;
    private readonly Choice _choice;
    private readonly Expressions _expressions;
    private readonly Indices _indices;
    private readonly Loops _loops;
    private readonly Calls _calls;

    public Statements(Choice choice, Expressions expressions)
    {
        (_choice, _expressions, _indices) = (choice, expressions, new(choice));
        _loops = new(choice, expressions, this);
        _calls = new(choice, expressions);
    }

    /// <summary>Functions that statements call, in the order of their definition.</summary>
    public List<string> Helpers => _calls.Helpers;

    /// <summary>Some statements, each seeing the locals of those before it, between braces.</summary>
    public string Block(Scope scope, int most)
    {
        var text = new List<string>();
        for (var left = 1 + _choice.Below(most); left > 0; left--)
        {
            var (statement, next) = One(scope);
            text.Add(statement);
            scope = next;
        }

        return $"{{\n{string.Join('\n', text)}\n}}";
    }

    /// <summary>One statement, and what may be named after it.</summary>
    public (string Text, Scope After) One(Scope scope)
    {
        var inner = scope.Nested;
        return _choice.Below(31) switch
        {
            28 => (_calls.Early(scope, Target(scope, "df")), scope),
            29 => (_calls.Search(scope, Row(scope)), scope),
            30 when scope is { Share: null, IsInRegion: false } => ($"if ({_expressions.Condition(scope, 2)}) return {_expressions.Of('l', scope, 1)};", scope),
            <= 2 => DeclareLocal(scope),
            3 => (_calls.Structure(scope, Target(scope, "df")), scope),
            4 when scope.Nesting < MostNesting => (If(inner), scope),
            5 when scope.Nesting < MostNesting => ($"if ({_expressions.Condition(scope, 2)}) {Block(inner, 2)} else {Block(inner, 2)}", scope),
            6 when scope.Nesting < MostNesting => (Switch(inner with { IsInLoop = false }), scope),
            <= 12 when scope.Depth < Deepest && scope.Nesting < MostNesting => (_loops.Any(inner), scope),
            13 when scope.Depth < Deepest && scope.Nesting < MostNesting => (_loops.While(inner), scope),
            14 when scope.IsInLoop => ($"if ({_expressions.Condition(scope, 1)}) {_choice.Of("break", "continue")};", scope),
            15 => (_calls.ByValue(scope, Target(scope, "dfiul")), scope),
            16 => (_calls.ByPointer(scope, Row(scope)), scope),
            17 => (_calls.Array(scope, Target(scope, "df")), scope),
            18 => (_calls.Copy(scope, Row(scope)), scope),
            19 => (_calls.Walk(scope, Row(scope)), scope),
            _ => (Assign(scope), scope),
        };
    }

    /// <summary>Something that may be assigned here, of one of the letters' types.</summary>
    public (string Text, char Letter) Target(Scope scope, string letters)
    {
        var locals = scope.Locals.Where(local => local.IsAssignable && letters.Contains(local.Letter)).ToArray();
        if (locals.Length > 0 && _choice.OneIn(3))
        {
            var local = _choice.Of<Local>(locals);
            return (local.Name, local.Letter);
        }

        var buffers = Frame.Buffers.Where(buffer => letters.Contains(buffer.Letter) && (scope.Share is null || scope.Share.Written.Contains(buffer.Name))).ToArray();
        if (buffers.Length == 0)
        {
            return letters.Length < 7 ? Target(scope, "dfiuslb") : throw new InvalidOperationException("a share without buffers");
        }

        var chosen = _choice.Of<FrameBuffer>(buffers);
        return ($"{chosen.Name}[{Place(scope)}]", chosen.Letter);
    }

    private string Place(Scope scope) => scope.Share is { } share ? _indices.Owned(share, scope) : _indices.Any(scope, null);

    /// <summary>A buffer of floating numbers and a place from which m elements may be stored to; null where there is none.</summary>
    private (string Name, string Offset, char Letter)? Row(Scope scope)
    {
        var buffers = Frame.Buffers.Where(buffer => buffer.Letter is 'd' or 'f' && (scope.Share is null || scope.Share.Written.Contains(buffer.Name))).ToArray();
        if (buffers.Length == 0 || scope.Share is { Owner.Reach: not Reach.N })
        {
            return null;
        }

        var rows = scope.Counters.Where(counter => counter.Reach == Reach.N).ToArray();
        var offset = scope.Share is { } share ? $"{share.Owner.Name} * m" : rows.Length > 0 ? $"{_choice.Of<Counter>(rows).Name} * m" : _choice.Of("0", "(n - 1) * m");
        var buffer = _choice.Of<FrameBuffer>(buffers);
        return (buffer.Name, offset, buffer.Letter);
    }

    private (string Text, Scope After) DeclareLocal(Scope scope)
    {
        var letter = _choice.Of('d', 'd', 'f', 'i', 'u', 'l');
        var type = letter switch { 'd' => "double", 'f' => "float", 'i' => "int", 'u' => "unsigned", _ => "long" };
        var name = _choice.Name("t");
        return ($"{type} {name} = {_expressions.Of(letter, scope, ExpressionDepth)};", scope.With(new Local(name, letter, true)));
    }

    private string Assign(Scope scope)
    {
        var (target, letter) = Target(scope, "dfiuslb");
        var value = _expressions.Of(letter, scope, ExpressionDepth);
        return letter switch
        {
            'd' or 'f' => $"{target} {_choice.Of("=", "=", "+=", "-=", "*=", "/=")} {value};",
            'u' => $"{target} {_choice.Of("=", "+=", "-=", "*=", "^=", "|=")} {value};",
            's' or 'b' => _choice.OneIn(2) ? $"{target} {_choice.Of("+=", "-=", "^=", "&=")} ({value}) & 0xFFF;" : $"{target} = {value};",
            'i' => _choice.OneIn(6) ? $"{target} >>= ({value}) & 31;" : $"{target} {_choice.Of("=", "=", "^=", "&=", "|=")} {value};",
            _ => $"{target} {_choice.Of("=", "^=")} {value};",
        };
    }

    private string If(Scope scope) => $"if ({_expressions.Condition(scope, 2)}) {Block(scope, 2)}";

    private string Switch(Scope scope)
    {
        var subject = _choice.OneIn(2) ? $"({_expressions.Integer(scope, 1).Text}) & 3" : $"{(scope.Counters.Length > 0 ? scope.Counters[^1].Name : "n")} % 4";
        var end = _choice.OneIn(3) ? "" : "break;";
        return $"switch ({subject}) {{\ncase 0: {Block(scope, 1)} {end}\ncase 1: case 2: {Block(scope, 1)} break;\n{(_choice.OneIn(3) ? "" : $"default: {Block(scope, 1)}")}\n}}";
    }
}
