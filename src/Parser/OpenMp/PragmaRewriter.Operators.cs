using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>The pragmas that do not stand on a line of their own: <c>_Pragma</c>, and macros made of it.</summary>
public sealed partial class PragmaRewriter
{
    /// <summary>Replaces the pragma that begins with the name at an index; gives the index after it, or 0 for none.</summary>
    private int Pragma(int index, int end, PragmaPlace place)
    {
        var name = _tokens[index].Text;
        if (name == "_Pragma")
        {
            return Operator(index, end, place);
        }

        if (!_pragmaMacros.Any || _pragmaMacros.Find(name) is not { } macro)
        {
            return 0;
        }

        return macro.Macro.TakesArguments ? Invocation(macro, index, end, place) : LiteralUse(macro, index, place);
    }

    private int Operator(int index, int end, PragmaPlace place)
    {
        var open = index + 1;
        var close = Closing(open, end);
        if (close < 0)
        {
            // A later expansion supplies the operand; the call remains as a trace of it.
            ReplaceWithText(_tokens[index].Span, default, place);
            return index + 1;
        }

        var span = TextSpan.FromBounds(_tokens[index].Span.Start, _tokens[close].Span.End);
        var operand = _tokens[(open + 1)..close];
        if (operand.IsEmpty || operand.Any(token => token.Kind != CTokenKind.String || token.Text.Contains('R')
            && token.Text.IndexOf('R') < token.Text.IndexOf('"')))
        {
            ReplaceWithText(span, TextSpan.FromBounds(_tokens[open].Span.End, _tokens[close].Span.Start), place);
            return close + 1;
        }

        _previous = place.Macro is null ? _previous : BodyPrevious(index, place.Macro);
        Replace(PragmaText.FromLiterals(_original.Code, operand, span), place with { TakesParameters = false });
        return close + 1;
    }

    /// <summary>Inside functions the macro's own body, which is rewritten too, says all; outside, nothing may remain.</summary>
    private int LiteralUse(PragmaMacro macro, int index, PragmaPlace place)
    {
        if (place.Macro is not null || _depth.Depth > 0)
        {
            return 0;
        }

        var decoded = PragmaText.FromLiterals(_original.Code, _tokens[macro.Start..macro.End], _tokens[index].Span);
        Replace(decoded, place);
        return index + 1;
    }

    private int Invocation(PragmaMacro macro, int index, int end, PragmaPlace place)
    {
        var open = index + 1;
        var close = Closing(open, end);
        if (close < 0)
        {
            return 0;
        }

        var span = TextSpan.FromBounds(_tokens[index].Span.Start, _tokens[close].Span.End);
        var arguments = Arguments(macro.Macro, open, close);
        var text = arguments.IsDefault ? null : Text(macro, arguments, span);
        _previous = place.Macro is null ? _previous : BodyPrevious(index, place.Macro);
        if (text is null || IsUnknowable(macro, text, place))
        {
            ReplaceWithText(span, default, place);
            return close + 1;
        }

        Replace(text, place);
        return close + 1;
    }

    /// <summary>The token ranges of the arguments; default when their number is wrong or a directive is among them.</summary>
    private ImmutableArray<(int Start, int End)> Arguments(MacroDefinition macro, int open, int close)
    {
        var arguments = ImmutableArray.CreateBuilder<(int, int)>();
        var (start, depth) = (open + 1, 0);
        for (var index = open + 1; index < close; index++)
        {
            depth += _tokens[index].Text switch { "(" => 1, ")" => -1, _ => 0 };
            var isLast = macro.IsVariadic && arguments.Count == macro.Parameters.Length - 1;
            if (depth == 0 && !isLast && _tokens[index].IsPunctuator(","))
            {
                arguments.Add((start, index));
                start = index + 1;
            }

            if (_tokens[index].StartsDirective)
            {
                return default;
            }
        }

        arguments.Add((start, close));
        return arguments.Count == macro.Parameters.Length ? arguments.ToImmutable() : default;
    }

    private PragmaText Text(PragmaMacro macro, ImmutableArray<(int Start, int End)> arguments, TextSpan span)
    {
        var first = macro.Macro.ParameterIndex(_tokens[macro.Start].Text);
        if (macro.End - macro.Start == 1 && first >= 0)
        {
            return PragmaText.FromFile(_original.Code, _tokens[arguments[first].Start..arguments[first].End], span);
        }

        var pieces = new List<(string Words, int Origin, bool IsCopy)>();
        for (var index = macro.Start; index < macro.End; index++)
        {
            var parameter = macro.Macro.ParameterIndex(_tokens[index].Text);
            if (parameter < 0)
            {
                pieces.Add((_tokens[index].Text, span.Start, false));
                continue;
            }

            var (start, end) = arguments[parameter];
            pieces.AddRange(_tokens[start..end].Select(token => (token.Text, token.Span.Start, token.Span.Length == token.Text.Length)));
        }

        return PragmaText.FromPieces(pieces, span);
    }

    /// <summary>Whether a macro may decide which pragma this is: then its first words are not what they seem.</summary>
    private bool IsUnknowable(PragmaMacro macro, PragmaText text, PragmaPlace place) =>
        text.Tokens.IsEmpty
        || text.Tokens[0].Text is "#" or "##"
        || text.Tokens.Take(2).Any(token => place.Macro?.ParameterIndex(token.Text) >= 0)
        || (macro.ExpandsFirst && text.Tokens.Take(2).Any(token => _macros.Find(token.Text) is not null));

    /// <summary>The parenthesis that closes the one expected at an index, or -1.</summary>
    private int Closing(int open, int end) =>
        open < end && _tokens[open].IsPunctuator("(") && _closings.Value[open] < end ? _closings.Value[open] : -1;

    private string BodyPrevious(int index, MacroDefinition macro) => index > macro.BodyStart ? _tokens[index - 1].Text : "";
}
