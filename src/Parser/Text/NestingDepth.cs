using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.Text;

/// <summary>
/// Counts, token by token, how deep a recursive reader of C would be. Each open brace keeps the counts of the statement it
/// stands in, because that statement is still being read.
/// </summary>
internal sealed class NestingDepth
{
    private readonly Stack<Counts> _open = new();
    private readonly HashSet<string> _reported = [];
    private Counts _outer;
    private Counts _here;
    private int _brackets;
    private int _prefixRun;
    private string _previous = ";";

    /// <summary>Takes one token and the text of the one after it; gives the finding when a limit is first exceeded here.</summary>
    public Diagnostic? Add(CToken token, string next)
    {
        Count(token);
        var finding = IsWithinLimits() ? null : Excess(token.Span);
        switch (token.Text)
        {
            case "{":
                Open();
                break;
            case "}":
                Close(next);
                break;
            case ";" when _here.Parentheses == 0:
                EndStatement(next);
                break;
            case "," when _here is { IsInitializer: true, Parentheses: 0 }:
                _here = _here with { Operators = 0, RightOperators = 0, Casts = 0 };
                break;
        }

        _previous = token.Text;
        return finding;
    }

    private void Count(CToken token)
    {
        var text = token.Text;
        _here = token.Kind == CTokenKind.Punctuator
            ? WithPunctuator(_here with { Tokens = _here.Tokens + 1 }, text)
            : WithWord(_here with { Tokens = _here.Tokens + 1 }, text);
        _prefixRun = text is "*" or "&" or "+" or "-" or "!" or "~" or "++" or "--" or "&&"
            or "sizeof" or "_Alignof" or "__extension__" or "__real__" or "__imag__" or "const" or "volatile" or "restrict"
            ? _prefixRun + 1
            : 0;
        _brackets = Math.Max(0, _brackets + CTokens.Nesting(text));
    }

    private Counts WithPunctuator(Counts counts, string text) => text switch
    {
        "(" => counts with
        {
            Parentheses = counts.Parentheses + 1,
            Operators = counts.Operators + 1,
            Casts = counts.Casts + (_previous == ")" ? 1 : 0),
        },
        ")" => counts with { Parentheses = Math.Max(0, counts.Parentheses - 1) },
        "?" or "=" or "+=" or "-=" or "*=" or "/=" or "%=" or "&=" or "|=" or "^=" or "<<=" or ">>=" => counts with
        {
            Operators = counts.Operators + 1,
            RightOperators = counts.RightOperators + 1,
        },
        ":" => counts with { Statements = counts.Statements + (counts.RightOperators == 0 ? 1 : 0) },
        "]" or ";" or "{" or "}" => counts,
        _ => counts with { Operators = counts.Operators + 1 },
    };

    private Counts WithWord(Counts counts, string text) => text switch
    {
        "else" => counts with { Elses = counts.Elses + 1 },
        "if" when _previous == "else" => counts,
        "if" or "for" or "while" or "do" or "switch" => counts with { Statements = counts.Statements + 1 },
        _ => counts,
    };

    private bool IsWithinLimits() =>
        _brackets <= SourceLimits.DeepestBrackets
        && _outer.Statements + _here.Statements <= SourceLimits.DeepestStatements
        && _outer.Elses + _here.Elses <= SourceLimits.LongestElseChain
        && _prefixRun <= SourceLimits.LongestPrefixRun
        && _outer.Casts + _here.Casts <= SourceLimits.LongestCastChain
        && _outer.Operators + _here.Operators <= SourceLimits.LongestOperatorChain
        && _outer.RightOperators + _here.RightOperators <= SourceLimits.LongestRightChain
        && _here.Tokens <= SourceLimits.LongestStatementInTokens;

    private Diagnostic? Excess(TextSpan span)
    {
        (string What, int Reached, int Limit)[] measures =
        [
            ("bracket nesting", _brackets, SourceLimits.DeepestBrackets),
            ("statement nesting", _outer.Statements + _here.Statements, SourceLimits.DeepestStatements),
            ("'else' chain", _outer.Elses + _here.Elses, SourceLimits.LongestElseChain),
            ("run of prefix operators", _prefixRun, SourceLimits.LongestPrefixRun),
            ("chain of casts", _outer.Casts + _here.Casts, SourceLimits.LongestCastChain),
            ("chain of operators", _outer.Operators + _here.Operators, SourceLimits.LongestOperatorChain),
            ("chain of conditions or assignments", _outer.RightOperators + _here.RightOperators, SourceLimits.LongestRightChain),
            ("tokens in one statement", _here.Tokens, SourceLimits.LongestStatementInTokens),
        ];
        var (what, reached, limit) = Array.Find(measures, measure => measure.Reached > measure.Limit);
        return _reported.Add(what) ? SourceRules.TooDeep.At(span, what, reached, limit) : null;
    }

    private void Open()
    {
        _open.Push(_here);
        _outer = _outer.Plus(_here);
        _here = new() { IsInitializer = _previous is "=" or "enum" || (_here.IsInitializer && _previous is "," or "{") };
    }

    private void Close(string next)
    {
        if (_open.TryPop(out var outside))
        {
            _outer = _outer.Minus(outside);
            _here = outside with { Tokens = 0 };
        }

        if (!_here.IsInitializer && _here.Parentheses == 0)
        {
            EndStatement(next);
        }
    }

    private void EndStatement(string next) =>
        _here = next == "else"
            ? _here with { Tokens = 0, Operators = 0, RightOperators = 0, Casts = 0 }
            : new() { IsInitializer = _here.IsInitializer };

    /// <summary>What is being read between one pair of braces, since its last finished statement.</summary>
    private readonly record struct Counts(
        int Tokens, int Statements, int Elses, int Operators, int RightOperators, int Casts, int Parentheses, bool IsInitializer)
    {
        public Counts Plus(Counts other) => this with
        {
            Statements = Statements + other.Statements,
            Elses = Elses + other.Elses,
            Operators = Operators + other.Operators,
            RightOperators = RightOperators + other.RightOperators,
            Casts = Casts + other.Casts,
        };

        public Counts Minus(Counts other) => this with
        {
            Statements = Statements - other.Statements,
            Elses = Elses - other.Elses,
            Operators = Operators - other.Operators,
            RightOperators = RightOperators - other.RightOperators,
            Casts = Casts - other.Casts,
        };
    }
}
