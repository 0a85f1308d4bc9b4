using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>The clauses that hold lists of variables.</summary>
internal sealed partial class ClauseReader
{
    private void ReadList(ClauseForm form, WordRange inside)
    {
        switch (form.Syntax)
        {
            case ClauseSyntax.List:
                AddItems([], inside);
                break;
            case ClauseSyntax.ModifiedList:
                ReadModifiedList(form, inside);
                break;
            case ClauseSyntax.Reduction:
                ReadReduction(form, inside);
                break;
            case ClauseSyntax.Depend:
                ReadDepend(form, inside);
                break;
            default:
                ReadSteppedList(form, inside);
                break;
        }
    }

    private void ReadModifiedList(ClauseForm form, WordRange inside)
    {
        if (inside.SplitAtColon() is not var (before, after))
        {
            AddItems([], inside);
            return;
        }

        ImmutableArray<string> modifiers = [.. before.SplitAtCommas().Select(part => part.ToString())];
        var unknown = modifiers.FirstOrDefault(modifier => !form.Words.Contains(modifier));
        if ((Doubt(before) ?? (unknown is null ? null : $"has the unknown modifier '{unknown}'")) is { } problem)
        {
            Add(problem);
            return;
        }

        AddItems(modifiers, after);
    }

    private void ReadReduction(ClauseForm form, WordRange inside)
    {
        if (inside.SplitAtColon() is not var (before, after))
        {
            Add("has no operator");
            return;
        }

        var parts = before.SplitAtCommas().ToList();
        var isOperator = parts[^1] is { Count: 1 } last
            && (last[0].IsName || last[0].Text is "+" or "-" or "*" or "&" or "|" or "^" or "&&" or "||");
        var isModified = parts.Count <= 2 && parts[..^1].All(part => form.Words.Contains(part.ToString()));
        if ((Doubt(before) ?? (isOperator && isModified ? null : $"has the unknown operator '{before}'")) is { } problem)
        {
            Add(problem);
            return;
        }

        AddItems([.. parts.Select(part => part.ToString())], after);
    }

    /// <summary><c>depend(source)</c> has no list; the vector of <c>depend(sink: i - 1)</c> is made of expressions.</summary>
    private void ReadDepend(ClauseForm form, WordRange inside)
    {
        var (before, after) = inside.SplitAtColon() ?? (inside, inside with { Start = inside.End });
        var type = before.ToString();
        if ((Doubt(before) ?? (form.Words.Contains(type) ? null : $"has the unknown type '{type}'")) is { } problem)
        {
            Add(problem);
        }
        else if (type is "sink" || (type is "source" && after.IsEmpty))
        {
            Add([type], after.IsEmpty ? [] : [.. after.SplitAtCommas()]);
        }
        else
        {
            AddItems([type], after);
        }
    }

    /// <summary>
    /// <c>linear(val(a) : 2)</c>, <c>linear(a : val, step(2))</c>, <c>aligned(a : 64)</c>. The expression after the colon
    /// is the last operand, and the modifier <c>step</c> or <c>alignment</c> says that it is there.
    /// </summary>
    private void ReadSteppedList(ClauseForm form, WordRange inside)
    {
        var (list, after) = inside.SplitAtColon() ?? (inside, inside with { Start = inside.End });
        List<string> modifiers = [];
        if (list.Count > 2 && list[0] is { IsName: true, Doubt: null } && form.Words.Contains(list[0].Text)
            && list[1].Is("(") && list.Closing(list.Start + 1) == list.End - 1)
        {
            modifiers.Add(list[0].Text);
            list = list with { Start = list.Start + 2, End = list.End - 1 };
        }

        var parts = after.IsEmpty ? [] : after.SplitAtCommas().ToList();
        var named = parts.Where(part => form.Words.Contains(part.ToString())).ToList();
        var steps = parts.Except(named).ToList();
        if (steps.Count > 1 || named.Any(part => Doubt(part) is not null))
        {
            Add("has words after its list that cannot be read");
            return;
        }

        AddStepped([.. modifiers, .. named.Select(part => part.ToString())], list, steps);
    }

    private void AddStepped(List<string> modifiers, WordRange list, List<WordRange> steps)
    {
        if (steps.Count > 0)
        {
            modifiers.Add(_name == "linear" ? "step" : "alignment");
        }

        var step = steps.Select(part => part.Count > 2 && part[0].Text == "step" && part.Closing(part.Start + 1) == part.End - 1
            ? part with { Start = part.Start + 2, End = part.End - 1 }
            : part);
        var before = _shapes.Count;
        AddItems([.. modifiers], list);
        if (Problem is null && _shapes.Count != before + 1)
        {
            Fail($"clause '{_name}' mixes names and array sections");
        }

        foreach (var expression in Problem is null ? step : [])
        {
            _operands.Add(Operand(expression));
            _shapes[^1] = _shapes[^1] with { OperandCount = _shapes[^1].OperandCount + 1 };
        }
    }

    /// <summary>Adds one shape for each run of items of one kind, so that operands can be told apart.</summary>
    private void AddItems(ImmutableArray<string> modifiers, WordRange list)
    {
        bool? hasSections = null;
        foreach (var item in list.SplitAtCommas())
        {
            if (ReadItem(item) is not { } operands)
            {
                return;
            }

            var isSection = operands.Length > 1;
            if (isSection != hasSections)
            {
                hasSections = isSection;
                _shapes.Add(new(_name, modifiers, 0, isSection, text.Origin(_span).Origin));
            }

            _operands.AddRange(operands);
            _shapes[^1] = _shapes[^1] with { OperandCount = _shapes[^1].OperandCount + operands.Length };
        }
    }

    /// <summary>One operand for a name, three for an array section; null, with the problem noted, for anything else.</summary>
    private ImmutableArray<Operand>? ReadItem(WordRange item)
    {
        var problem = item.IsEmpty ? "has an empty item"
            : (item[0].IsParameter ? null : Doubt(item with { End = item.Start + 1 }))
            ?? (!item[0].IsName || CTokens.Keywords.Contains(item[0].Text) ? $"has the item '{item}', which is not a variable" : null);
        if (problem is null && item.Count == 1)
        {
            return [Operand(item)];
        }

        if (problem is null && item[1].Is("[") && item.Closing(item.Start + 1) == item.End - 1)
        {
            return ReadSection(item);
        }

        Add(problem ?? $"has the item '{item}', which is not a variable or an array section of one dimension");
        return null;
    }

    /// <summary><c>a[low:length]</c>, <c>a[:length]</c>, or the single element <c>a[i]</c> (OpenMP 5.2, 3.2.5).</summary>
    private ImmutableArray<Operand>? ReadSection(WordRange item)
    {
        var name = Operand(item with { End = item.Start + 1 });
        var inside = item with { Start = item.Start + 2, End = item.End - 1 };
        if (inside.SplitAtColon() is not var (low, length))
        {
            if (inside.IsEmpty)
            {
                Add("has an empty array section");
                return null;
            }

            return [name, Operand(inside), Synthetic("1", inside)];
        }

        if (length.IsEmpty || length.SplitAtColon() is not null)
        {
            Add($"has the array section '{item}', whose length or stride is not modelled");
            return null;
        }

        return [name, low.IsEmpty ? Synthetic("0", inside) : Operand(low), Operand(length)];
    }

    /// <summary>
    /// An expression as the file spells it, so that the compiler expands the macros in it; its expanded words where the
    /// file's spelling holds more than the expression.
    /// </summary>
    private static Operand Operand(WordRange range)
    {
        var span = TextSpan.FromBounds(range[0].Span.Start, range[range.Count - 1].Span.End);
        var isAtom = range.Count == 1 && range[0] is { Use: 0, Doubt: null };
        return new(range.ToString(), span, !range.SharesMacroUse, isAtom);
    }

    private static Operand Synthetic(string number, WordRange at) =>
        new(number, at.IsEmpty ? default : at[0].Span, IsCopy: false, IsAtom: true);
}
