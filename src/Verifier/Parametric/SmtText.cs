using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Conditions as SMT-LIB over the integers, products and all.</summary>
public static class SmtText
{
    /// <summary>Declarations of some dimensions and the assertion of a condition on them.</summary>
    public static string Of(Formula formula, ImmutableArray<Dimension> dimensions)
    {
        var text = new StringBuilder();
        foreach (var dimension in dimensions)
        {
            text.Append(CultureInfo.InvariantCulture, $"(declare-const {IslText.NameOf(dimension)} Int)\n");
        }

        text.Append("(assert ");
        Append(text, formula);
        return text.Append(")\n").ToString();
    }

    private static void Append(StringBuilder text, Formula formula)
    {
        switch (formula)
        {
            case Formula.Comparison { Relation: Relation.NonNegative } comparison:
                text.Append("(>= ").Append(Of(comparison.Value)).Append(" 0)");
                break;
            case Formula.Comparison comparison:
                text.Append(comparison.Relation == Relation.Zero ? "(= " : "(distinct ").Append(Of(comparison.Value)).Append(" 0)");
                break;
            case Formula.All all:
                Append(text, "and true", all.Parts);
                break;
            case Formula.Any any:
                Append(text, "or false", any.Parts);
                break;
            default:
                text.Append("true");
                break;
        }
    }

    private static void Append(StringBuilder text, string word, ImmutableArray<Formula> parts)
    {
        text.Append(CultureInfo.InvariantCulture, $"({word}");
        foreach (var part in parts)
        {
            text.Append(' ');
            Append(text, part);
        }

        text.Append(')');
    }

    private static string Of(IntegerPolynomial value) =>
        $"(+ 0 {string.Join(' ', value.Terms.Select(term => $"(* 1 {string.Join(' ', [Terms.SmtText.Integer(term.Value), .. term.Key.Factors.Select(IslText.NameOf)])})"))})";
}
