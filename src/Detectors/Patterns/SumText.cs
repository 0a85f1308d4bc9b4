using System.Globalization;
using System.Text;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Prints sums for messages.</summary>
internal static class SumText
{
    public static string Of(Polynomial sum, Algebra algebra)
    {
        var text = new StringBuilder();
        foreach (var (atoms, factor) in sum.Products)
        {
            var product = string.Join('*', atoms.Select(atom => Word(algebra.AtomOf(atom))));
            Append(text, factor, Math.Abs(factor) == 1 ? product : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(factor)}*{product}"));
        }

        if (sum.ConstantTerm != 0 || text.Length == 0)
        {
            Append(text, sum.ConstantTerm, Math.Abs(sum.ConstantTerm).ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, long factor, string term) =>
        text.Append(text.Length == 0 ? factor < 0 ? "-" : "" : factor < 0 ? " - " : " + ").Append(term);

    private static string Word(object atom) => atom switch
    {
        Variable variable => variable.Name,
        Value value => $"({ValuePrinter.Print(value)})",
        _ => "?",
    };
}
