using System.Collections.Immutable;

namespace HpcVerify.Parser.Text;

/// <summary>
/// The text of a file with its own macros expanded, as far as a given number of steps goes: a dozen lines of macros that
/// use each other twice would keep any preprocessor busy for hours. It is Prosser's algorithm (the one C17 6.10.3 was
/// written from), with one departure on the safe side: where a name has several definitions, all of them follow each
/// other, because only a whole preprocessor knows which is in force.
/// </summary>
internal sealed class MacroExpansion
{
    public const int DeepestNesting = 200;

    private readonly ImmutableArray<CToken> _tokens;
    private readonly int _mostSteps;
    private readonly Dictionary<string, List<MacroDefinition>> _macros = [];
    private readonly List<Word> _text = [];
    private TextSpan _use;
    private int _steps;
    private int _depth;

    private MacroExpansion(ImmutableArray<CToken> tokens, int mostSteps)
    {
        _tokens = tokens;
        _mostSteps = mostSteps;
    }

    /// <summary>
    /// The expanded text without directives, each token at the place in the file that it came from, and the place where
    /// the steps ended, if they did. A file without macros of its own is not copied.
    /// </summary>
    public static (IReadOnlyList<CToken> Text, TextSpan? Beyond) Expand(ImmutableArray<CToken> tokens, int mostSteps)
    {
        if (!Enumerable.Range(0, tokens.Length).Any(index => IsDirective(tokens, index, "define")))
        {
            return (tokens, null);
        }

        var expansion = new MacroExpansion(tokens, mostSteps);
        var isWhole = expansion.ExpandFile();
        return ([.. expansion._text.Select(word => word.Token)], isWhole ? null : expansion._use);
    }

    private static bool IsDirective(ImmutableArray<CToken> tokens, int hash, string name) =>
        tokens[hash].StartsDirective && hash + 1 < tokens.Length && tokens[hash + 1].IsIdentifier(name);

    private bool ExpandFile()
    {
        for (var index = 0; index < _tokens.Length;)
        {
            var end = index;
            if (_tokens[index].StartsDirective)
            {
                end = CTokens.NextLine(_tokens, index);
                if (!ReadDirective(index, end))
                {
                    return false;
                }
            }
            else
            {
                while (end < _tokens.Length && !_tokens[end].StartsDirective)
                {
                    end++;
                }

                if (!ExpandInto(_text, Words(index, end)))
                {
                    return false;
                }
            }

            index = end;
        }

        return true;
    }

    private bool ReadDirective(int hash, int end)
    {
        if (IsDirective(_tokens, hash, "define") && MacroDefinition.Read(_tokens, hash, end, false) is { } macro)
        {
            if (!_macros.TryGetValue(macro.Name, out var known))
            {
                known = _macros[macro.Name] = [];
            }

            known.Add(macro);
        }

        return !(IsDirective(_tokens, hash, "if") || IsDirective(_tokens, hash, "elif")) || ExpandInto([], Words(hash + 2, end));
    }

    private IEnumerable<Word> Words(int start, int end) =>
        Enumerable.Range(start, Math.Max(0, end - start)).Select(index => new Word(_tokens[index], null, false));

    /// <summary>False when the steps ended or macros nest deeper than any written by hand.</summary>
    private bool ExpandInto(List<Word> output, IEnumerable<Word> words)
    {
        var pending = new Stack<Word>(words.Reverse());
        while (pending.TryPop(out var word))
        {
            _use = word.Hidden is null && _depth == 0 ? word.Token.Span : _use;
            if (++_steps > _mostSteps || word.Hidden?.Count > DeepestNesting || _depth > DeepestNesting)
            {
                return false;
            }

            if (word.IsPainted || word.Token.Kind != CTokenKind.Identifier || !_macros.TryGetValue(word.Token.Text, out var macros))
            {
                output.Add(word);
            }
            else if (Hiding.Contains(word.Hidden, word.Token.Text))
            {
                output.Add(word with { IsPainted = true });
            }
            else if (!Use(macros, word, pending, output))
            {
                return false;
            }
        }

        return _steps <= _mostSteps;
    }

    private bool Use(List<MacroDefinition> macros, Word name, Stack<Word> pending, List<Word> output)
    {
        var takesArguments = macros.Exists(macro => macro.TakesArguments);
        var isCalled = takesArguments && pending.TryPeek(out var next) && next.Token.IsPunctuator("(");
        if (takesArguments && !isCalled && macros.TrueForAll(macro => macro.TakesArguments))
        {
            output.Add(name);
            return true;
        }

        var outer = name.Hidden;
        var arguments = isCalled ? ReadArguments(pending, ref outer) : [];
        var expanded = new List<List<Word>>();
        foreach (var argument in arguments)
        {
            expanded.Add([]);
            _depth++;
            if (!ExpandInto(expanded[^1], argument))
            {
                return false;
            }

            _depth--;
        }

        var body = macros.SelectMany(macro => Substitute(macro, arguments, expanded)).ToList();
        _steps += body.Count;
        var hidden = new Hiding(name.Token.Text, outer, (outer?.Count ?? 0) + 1);
        for (var index = body.Count - 1; index >= 0 && _steps <= _mostSteps; index--)
        {
            var token = body[index].Token with { Span = name.Token.Span, StartsLine = false };
            pending.Push(new(token, hidden, body[index].IsPainted));
        }

        return true;
    }

    /// <summary>
    /// The arguments between the parentheses that follow, or what is left of the text when they never close. A call that
    /// ends outside the macro it began in hides only what both ends came from, as both compilers have it.
    /// </summary>
    private static List<List<Word>> ReadArguments(Stack<Word> pending, ref Hiding? outer)
    {
        var arguments = new List<List<Word>> { new() };
        pending.Pop();
        for (var depth = 1; pending.TryPop(out var word);)
        {
            depth += word.Token.Kind == CTokenKind.Punctuator ? word.Token.Text switch { "(" => 1, ")" => -1, _ => 0 } : 0;
            if (depth == 0)
            {
                outer = Hiding.Common(outer, word.Hidden);
                break;
            }

            if (depth == 1 && word.Token.IsPunctuator(","))
            {
                arguments.Add([]);
            }
            else
            {
                arguments[^1].Add(word);
            }
        }

        return arguments;
    }

    /// <summary>The body with its parameters replaced and its <c>##</c> applied.</summary>
    private List<Word> Substitute(MacroDefinition macro, List<List<Word>> arguments, List<List<Word>> expanded)
    {
        var body = new List<Word>();
        var isGlued = false;
        for (var index = macro.BodyStart; index < macro.BodyEnd && _steps + body.Count <= _mostSteps; index++)
        {
            var token = _tokens[index];
            if (token.IsPunctuator("##"))
            {
                isGlued = body.Count > 0;
                continue;
            }

            var parameter = token.Kind == CTokenKind.Identifier ? macro.ParameterIndex(token.Text) : -1;
            var isRaw = isGlued || (index + 1 < macro.BodyEnd && _tokens[index + 1].IsPunctuator("##"));
            var isRest = macro.IsVariadic && parameter == macro.Parameters.Length - 1;
            foreach (var word in parameter < 0 ? [new(token, null, false)] : Argument(isRaw ? arguments : expanded, parameter, isRest))
            {
                if (isGlued)
                {
                    body[^1] = new(body[^1].Token with { Text = body[^1].Token.Text + word.Token.Text }, null, false);
                }
                else
                {
                    body.Add(word);
                }

                isGlued = false;
            }

            isGlued = false;
        }

        return body;
    }

    /// <summary>One argument; the last parameter of a variadic macro takes all that are left, with their commas.</summary>
    private static IEnumerable<Word> Argument(List<List<Word>> arguments, int parameter, bool isRest)
    {
        var last = isRest ? arguments.Count - 1 : Math.Min(parameter, arguments.Count - 1);
        for (var index = parameter; index <= last; index++)
        {
            if (index > parameter)
            {
                yield return new(new(CTokenKind.Punctuator, ",", default, false, false, true), null, false);
            }

            foreach (var word in arguments[index])
            {
                yield return word;
            }
        }
    }

    /// <summary>
    /// A token and the macros whose expansion it stands in. Found as the name of one of them, it is painted: no later
    /// pass may expand it either (C17 6.10.3.4).
    /// </summary>
    private readonly record struct Word(CToken Token, Hiding? Hidden, bool IsPainted);

    private sealed record Hiding(string Name, Hiding? Outer, int Count)
    {
        public static bool Contains(Hiding? hiding, string name)
        {
            while (hiding is not null && hiding.Name != name)
            {
                hiding = hiding.Outer;
            }

            return hiding is not null;
        }

        public static Hiding? Common(Hiding? left, Hiding? right)
        {
            while (!ReferenceEquals(left, right))
            {
                (left, right) = (left?.Count ?? 0) >= (right?.Count ?? 0) ? (left?.Outer, right) : (left, right?.Outer);
            }

            return left;
        }
    }
}
