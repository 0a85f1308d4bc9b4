namespace HpcVerify.Parser.Text;

/// <summary>Functions, and what is declared around them, amid sentences that no fence sets apart.</summary>
internal static class ModelResponseRuns
{
    /// <summary>
    /// The response as a text to look for runs in: comments and literals are blank, and debris ends a line. Offsets stay.
    /// </summary>
    public static string Mask(string visible, List<TextSpan> debris)
    {
        var code = visible.ToCharArray();
        foreach (var literal in ModelResponseLiterals.In(visible, new(0, visible.Length)))
        {
            code.AsSpan(literal.Start, literal.Length).Fill(' ');
        }

        foreach (var token in debris.Where(token => token.Length > 0))
        {
            code[token.Start] = '\n';
        }

        return new(code);
    }

    /// <summary>
    /// The stretches without a sentence that define a function, each from its first to its last declaration. Where
    /// nothing in the range is a sentence, the range is code as it is, and there is none to find.
    /// </summary>
    public static List<TextSpan> In(string mask, TextSpan range)
    {
        var runs = new List<TextSpan>();
        var hasProse = false;
        var hasFunction = false;
        TextSpan? run = null;
        for (var index = range.Start; index < range.End;)
        {
            if (char.IsWhiteSpace(mask[index]))
            {
                index++;
                continue;
            }

            var item = ModelResponseItem.At(mask, index, range.End);
            if (item.Kind is ModelResponseItemKind.Prose or ModelResponseItemKind.Cut)
            {
                AddRun();
                hasProse |= item.Kind == ModelResponseItemKind.Prose;
            }
            else if (item.Kind is not ModelResponseItemKind.Unclear)
            {
                run = TextSpan.FromBounds(run?.Start ?? index, item.End);
                hasFunction |= item.Kind == ModelResponseItemKind.Function;
            }

            index = item.End;
        }

        AddRun();
        return hasProse ? runs : [];

        void AddRun()
        {
            if (run is { } found && hasFunction)
            {
                runs.Add(found);
            }

            run = null;
            hasFunction = false;
        }
    }
}
