using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>The calls that stand for pragmas.</summary>
public sealed partial class PragmaRewriter
{
    private void Replace(PragmaText text, PragmaPlace place)
    {
        if (text.Tokens.IsEmpty)
        {
            Blank(text.Span);
        }
        else if (text.Tokens[0].Text is "push_macro" or "pop_macro")
        {
            _diagnostics.Add(PragmaRules.MacroStack.At(text.Span, text.Spelling));
        }
        else if (place.Macro is null && _depth.Depth == 0)
        {
            ReplaceOutside(text);
        }
        else if (text.Tokens[0].Text == "omp")
        {
            ReplaceDirective(text, place);
        }
        else
        {
            ReplaceOther(text, place);
        }
    }

    /// <summary>Outside functions a pragma declares or sets something; it is remembered and leaves the text.</summary>
    private void ReplaceOutside(PragmaText text)
    {
        var isDirective = text.Tokens[0].Text == "omp";
        var name = isDirective ? DirectiveReader.Read(text, Expand(text, PragmaPlace.Text)).Name : LoopPragmas.NameOf(text).Name;
        if (isDirective ? !DirectiveNames.IsDeclarative(name) : LoopPragmas.IsRejectedOutside(name))
        {
            _diagnostics.Add(PragmaRules.Misplaced.At(text.Span, name.Length > 0 ? name : text.Spelling));
        }

        _filePragmas.Add(new(text.Spelling, text.Span));
        Blank(text.Span);
    }

    private void Blank(TextSpan span)
    {
        _edits.Begin(span.Start);
        _edits.End(span, "\n");
    }

    private void ReplaceDirective(PragmaText text, PragmaPlace place)
    {
        var reading = DirectiveReader.Read(text, Expand(text, place));
        var call = Call("__hv_directive");
        _edits.Begin(text.Span.Start);
        _edits.Insert(reading.StandsAlone ? call : "switch (" + call, text.Span);
        foreach (var operand in reading.Operands)
        {
            Insert(text, operand);
        }

        Finish(text.Span, reading.StandsAlone, place);
        _sites.Add(new(
            _sites.Count, PragmaKind.OpenMp, reading.Name, reading.Argument, reading.Clauses, reading.StandsAlone, text.Spelling,
            reading.Problem, text.Span));
    }

    private PragmaWords Expand(PragmaText text, PragmaPlace place) => PragmaExpander.Expand(text, _tokens, _macros, place);

    /// <summary>
    /// Parentheses keep an operand one argument, whatever a macro in it expands to; a plain word needs none.
    /// </summary>
    private void Insert(PragmaText text, Operand operand)
    {
        var (origin, isCopy) = text.Origin(operand.Span);
        var isBare = operand.IsAtom && _macros.Find(operand.Text) is null;
        _edits.Insert(isBare ? ", " : ", (", origin);
        if (operand.IsCopy && isCopy)
        {
            _edits.Copy(origin);
        }
        else
        {
            _edits.Insert(operand.Text, origin);
        }

        _edits.Insert(isBare ? "" : ")", origin);
    }

    /// <summary>
    /// Compilers skip a pragma that governs nothing, even between <c>if (…)</c> and its statement. It may therefore become
    /// a statement only where one has just ended; anywhere else it has to be a prefix.
    /// </summary>
    private void ReplaceOther(PragmaText text, PragmaPlace place)
    {
        var (name, argument) = LoopPragmas.NameOf(text);
        var standsAlone = !LoopPragmas.Govern(name) && _previous is ";" or "{" or "}";
        _edits.Begin(text.Span.Start);
        _edits.Insert((standsAlone ? "" : "switch (") + Call("__hv_pragma"), text.Span);
        Finish(text.Span, standsAlone, place);
        _sites.Add(new(_sites.Count, PragmaKind.Other, name, argument, [], standsAlone, text.Spelling, null, text.Span));
    }

    /// <summary>A pragma whose words only the preprocessor knows; the call carries them into the tree.</summary>
    private void ReplaceWithText(TextSpan span, TextSpan operand, PragmaPlace place)
    {
        _edits.Begin(span.Start);
        _edits.Insert("switch (__hv_pragma_text(", span);
        if (operand.Length > 0)
        {
            _edits.Copy(operand);
        }
        else
        {
            _edits.Insert("\"\"", span);
        }

        Finish(span, standsAlone: false, place);
        _sites.Add(new(
            _sites.Count, PragmaKind.Text, "", null, [], StandsAlone: false, _original.Quote(span),
            "the words of the pragma are made by the preprocessor", span));
    }

    private string Call(string function) => string.Create(CultureInfo.InvariantCulture, $"{function}({_sites.Count}");

    /// <summary>Closes the call. A line that ends inside a macro's body has to end in a splice.</summary>
    private void Finish(TextSpan span, bool standsAlone, PragmaPlace place)
    {
        _edits.Insert(standsAlone ? ");" : "))", span);
        _edits.End(span, place.Macro is null ? "\n" : "\\\n");
        _previous = standsAlone ? ";" : ")";
    }
}
