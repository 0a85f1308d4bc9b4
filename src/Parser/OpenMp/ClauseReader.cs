using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>Reads the clauses of one directive from left to right, up to the first that cannot be read.</summary>
internal sealed partial class ClauseReader(PragmaText text, WordRange words)
{
    private readonly ImmutableArray<ClauseShape>.Builder _shapes = ImmutableArray.CreateBuilder<ClauseShape>();
    private readonly ImmutableArray<Operand>.Builder _operands = ImmutableArray.CreateBuilder<Operand>();
    private WordRange _rest = words;
    private TextSpan _span;
    private string _name = "";

    /// <summary>The first thing that could not be read; null when all could.</summary>
    public string? Problem { get; private set; }

    public ImmutableArray<ClauseShape> Shapes => _shapes.ToImmutable();

    public ImmutableArray<Operand> Operands => _operands.ToImmutable();

    /// <summary>Reads clauses, with or without commas between them, to the end.</summary>
    public void ReadAll()
    {
        while (Problem is null && !_rest.IsEmpty)
        {
            Skip(_rest[0].Is(",") ? 1 : 0);
            if (_rest.IsEmpty || !_rest[0].IsName)
            {
                Fail(_rest.IsEmpty ? "the directive ends with a comma" : $"'{_rest[0].Text}' is not a clause");
                return;
            }

            if (_rest[0].Doubt is { } doubt)
            {
                Fail(doubt);
                return;
            }

            var name = _rest[0].Text;
            var start = _rest[0].Span.Start;
            Skip(1);
            Read(name, start);
        }
    }

    /// <summary>Reads what is in the parentheses that come next as a clause of the given name.</summary>
    public void ReadNamed(string name) => Read(name, _rest[0].Span.Start);

    private void Read(string name, int start)
    {
        _name = name;
        if (ClauseForm.Of(name) is not { } form)
        {
            Fail($"'{name}' is not a known clause");
            return;
        }

        var hasParentheses = !_rest.IsEmpty && _rest[0].Is("(");
        if (!hasParentheses || form.Syntax == ClauseSyntax.Word)
        {
            _span = SpanTo(start, _rest.Start - 1);
            Add(form.Syntax is ClauseSyntax.Word or ClauseSyntax.OptionalExpression ? null : "has nothing in parentheses");
            return;
        }

        var close = _rest.Closing(_rest.Start);
        if (close < 0)
        {
            Fail($"clause '{name}' has no closing parenthesis");
            return;
        }

        var inside = _rest with { Start = _rest.Start + 1, End = close };
        _rest = _rest with { Start = close + 1 };
        _span = SpanTo(start, close);
        ReadInside(form, inside);
    }

    private void ReadInside(ClauseForm form, WordRange inside)
    {
        switch (form.Syntax)
        {
            case ClauseSyntax.Expression:
                ReadExpression(form, inside);
                break;
            case ClauseSyntax.OptionalExpression:
                Add([], [inside]);
                break;
            case ClauseSyntax.Bounds:
                Add([], inside.SplitAtColon() is var (low, high) ? [low, high] : [inside]);
                break;
            case ClauseSyntax.Expressions:
                Add([], [.. inside.SplitAtCommas()]);
                break;
            case ClauseSyntax.Schedule:
                ReadSchedule(form, inside);
                break;
            case ClauseSyntax.Choice:
                ReadChoice(form, inside);
                break;
            default:
                ReadList(form, inside);
                break;
        }
    }

    private void ReadExpression(ClauseForm form, WordRange inside)
    {
        if (inside.SplitAtColon() is not var (before, after))
        {
            Add([], [inside]);
            return;
        }

        var modifier = before.ToString();
        if (Doubt(before) is null && modifier.Split(' ').All(form.Words.Contains))
        {
            Add([modifier], [after]);
            return;
        }

        Add(Doubt(before) ?? $"has the unknown modifier '{modifier}'");
    }

    /// <summary><c>[modifier[, modifier] :] kind [, chunk]</c>.</summary>
    private void ReadSchedule(ClauseForm form, WordRange inside)
    {
        var (before, after) = inside.SplitAtColon() ?? (inside with { End = inside.Start }, inside);
        var parts = after.SplitAtCommas().ToList();
        ImmutableArray<string> modifiers = before.IsEmpty ? [] : [.. before.SplitAtCommas().Select(part => part.ToString())];
        var kind = parts[0].ToString();
        var problem = Doubt(before) ?? Doubt(parts[0])
            ?? modifiers.Where(modifier => modifier is not ("monotonic" or "nonmonotonic" or "simd"))
                .Select(modifier => $"has the unknown modifier '{modifier}'").FirstOrDefault()
            ?? (form.Words.Contains(kind) ? null : $"has the unknown kind '{kind}'")
            ?? (parts.Count > 2 ? "has more than a kind and a chunk" : null);
        if (problem is null)
        {
            Add([.. modifiers, kind], parts[1..]);
            return;
        }

        Add(problem);
    }

    private void ReadChoice(ClauseForm form, WordRange inside)
    {
        var parts = inside.SplitAtColon() is var (before, after) ? [before, after] : inside.SplitAtCommas().ToArray();
        var unknown = parts.FirstOrDefault(part => !form.Words.Contains(part.ToString()), inside with { Start = inside.End });
        if ((Doubt(inside) ?? (unknown.Count > 0 || inside.IsEmpty ? $"has the unknown word '{unknown}'" : null)) is { } problem)
        {
            Add(problem);
            return;
        }

        Add([.. parts.Select(part => part.ToString())], []);
    }

    private void Add(ImmutableArray<string> modifiers, IReadOnlyList<WordRange> expressions)
    {
        if (expressions.Any(expression => expression.IsEmpty))
        {
            Add("has an empty expression");
            return;
        }

        _operands.AddRange(expressions.Select(Operand));
        _shapes.Add(new(_name, modifiers, expressions.Count, false, text.Origin(_span).Origin));
    }

    private void Add(string? problem)
    {
        if (problem is not null)
        {
            Fail($"clause '{_name}' {problem}");
            return;
        }

        _shapes.Add(new(_name, [], 0, false, text.Origin(_span).Origin));
    }

    /// <summary>Why a stretch of words is not certainly what it looks like; null when it is.</summary>
    private static string? Doubt(WordRange range) => range.FirstDoubt(range.End) is { } doubt ? $"cannot be read: {doubt}" : null;

    private TextSpan SpanTo(int start, int last) => TextSpan.FromBounds(start, _rest.Words[last].Span.End);

    private void Fail(string problem) => Problem ??= problem;

    private void Skip(int count) => _rest = _rest with { Start = _rest.Start + count };
}
