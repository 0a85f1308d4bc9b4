using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// Turns the pragmas of a file into calls, so that the compiler's own front end keeps them in place and types their
/// expressions. A governing pragma becomes a prefix of its statement, because <c>switch (e)</c> binds the next statement
/// and captures neither <c>else</c> nor <c>continue</c>:
/// <code>
/// #pragma omp for schedule(static, c)        switch (__hv_directive(0, c))
/// for (…) …                            →     for (…) …
/// #pragma omp barrier                        __hv_directive(1);
/// #pragma GCC ivdep                          switch (__hv_pragma(2))
/// _Pragma(not_a_literal)                     switch (__hv_pragma_text(not_a_literal))
/// </code>
/// </summary>
public sealed partial class PragmaRewriter
{
    /// <summary>Markers of this pass, and the primitives and guards of the model library.</summary>
    private static readonly string[] ReservedPrefixes = ["__hv", "hv_"];

    private readonly SourceText _original;
    private readonly ImmutableArray<CToken> _tokens;
    private readonly MacroTable _macros;
    private readonly PragmaMacros _pragmaMacros;
    private readonly SourceEdits _edits;
    private readonly Lazy<int[]> _closings;
    private readonly FunctionDepth _depth = new();
    private readonly ImmutableArray<PragmaSite>.Builder _sites = ImmutableArray.CreateBuilder<PragmaSite>();
    private readonly ImmutableArray<FilePragma>.Builder _filePragmas = ImmutableArray.CreateBuilder<FilePragma>();
    private readonly ImmutableArray<IncludeLine>.Builder _inclusions = ImmutableArray.CreateBuilder<IncludeLine>();
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private string _previous = ";";

    private PragmaRewriter(SourceText original, ImmutableArray<CToken> tokens)
    {
        _original = original;
        _tokens = tokens;
        _macros = new(tokens);
        _pragmaMacros = new(tokens, _macros);
        _edits = new(original.Code);
        _closings = new(() => CTokens.Closings(tokens));
    }

    public static RewrittenSource Rewrite(SourceText original) => Rewrite(original, CLexer.Lex(original));

    /// <summary>For callers that have the file's tokens already.</summary>
    public static RewrittenSource Rewrite(SourceText original, ImmutableArray<CToken> tokens)
    {
        var rewriter = new PragmaRewriter(original, tokens);
        rewriter.FindReservedNames();
        rewriter.Walk();
        var (code, map) = rewriter._edits.Finish();
        return new(
            original,
            code,
            map,
            rewriter._sites.ToImmutable(),
            rewriter._filePragmas.ToImmutable(),
            rewriter._inclusions.ToImmutable(),
            rewriter._diagnostics.ToImmutable());
    }

    private void FindReservedNames()
    {
        foreach (var token in _tokens)
        {
            if (token is { Kind: CTokenKind.Identifier, Text: ['_' or 'h' or 'H', ..] }
                && ReservedPrefixes.Any(prefix => token.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                _diagnostics.Add(PragmaRules.ReservedName.At(token.Span, token.Text));
            }
        }
    }

    private void Walk()
    {
        for (var index = 0; index < _tokens.Length;)
        {
            index = _tokens[index].StartsDirective ? Directive(index) : Token(index);
        }
    }

    /// <summary>Handles one token of ordinary text, or one pragma there; gives the index of what follows.</summary>
    private int Token(int index)
    {
        var token = _tokens[index];
        if (token.Kind == CTokenKind.Identifier && Pragma(index, _tokens.Length, PragmaPlace.Text) is var next and > 0)
        {
            return next;
        }

        if (token.Kind == CTokenKind.Punctuator)
        {
            _depth.Add(token.Text switch { "{" => 1, "}" => -1, _ => 0 });
        }
        else if (_macros.HasBraces && token.Kind == CTokenKind.Identifier)
        {
            _depth.Add(_macros.Braces(token.Text));
        }

        _previous = token.Text;
        return index + 1;
    }

    /// <summary>Handles one preprocessing directive; gives the index of the next line.</summary>
    private int Directive(int hash)
    {
        var end = CTokens.NextLine(_tokens, hash);
        switch (end > hash + 1 ? _tokens[hash + 1].Text : "")
        {
            case "if":
                _depth.Begin(isSkipped: end == hash + 3 && _tokens[hash + 2].Text == "0");
                break;
            case "ifdef" or "ifndef":
                _depth.Begin(isSkipped: false);
                break;
            case "else" or "elif" or "elifdef" or "elifndef":
                _depth.Alternate();
                break;
            case "endif":
                _depth.End();
                break;
            case "include" when hash + 2 < end && _tokens[hash + 2] is { Kind: CTokenKind.HeaderName } header:
                _inclusions.Add(new(header.Text[1..^1], header.Text[0] == '<', _depth.Depth > 0 || _previous is not (";" or "}"), header.Span));
                break;
            case "define":
                Body(MacroDefinition.Read(_tokens, hash, end, isConditional: false));
                break;
            case "pragma" when end > hash + 2:
                PragmaLine(hash, end);
                break;
        }

        return end;
    }

    private void PragmaLine(int hash, int end)
    {
        var span = TextSpan.FromBounds(_tokens[hash].Span.Start, _tokens[end - 1].Span.End);
        if (_tokens[hash + 2].Text != "once")
        {
            Replace(PragmaText.FromFile(_original.Code, _tokens[(hash + 2)..end], span), PragmaPlace.Text);
        }
    }

    private void Body(MacroDefinition? macro)
    {
        var outside = _previous;
        for (var index = macro?.BodyStart ?? 0; index < (macro?.BodyEnd ?? 0);)
        {
            var next = _tokens[index].Kind == CTokenKind.Identifier
                ? Pragma(index, macro!.BodyEnd, new(macro, TakesParameters: true))
                : 0;
            index = Math.Max(next, index + 1);
        }

        _previous = outside;
    }
}
