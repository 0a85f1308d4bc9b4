using System.Globalization;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Replay;

/// <summary>Known scalars as C writes them.</summary>
internal static class CLiteral
{
    public static string Of(Scalar scalar, CType type) => (type, Layout.SortOf(type)) switch
    {
        (CType.Floating { Kind: FloatingKind.Float }, { } sort) => Of((float)Concrete.Number(scalar.Bits, sort, true)),
        (CType.Floating, { } sort) => Of(Concrete.Number(scalar.Bits, sort, true)),
        (_, { } sort) when Layout.IsSigned(type) => Of(sort.Signed(scalar.Bits)),
        _ => string.Create(CultureInfo.InvariantCulture, $"{scalar.Bits}u"),
    };

    public static string Of(double value) => NotFinite(value) ?? WithPoint(value.ToString("R", CultureInfo.InvariantCulture));

    private static string Of(float value) => NotFinite(value) ?? WithPoint(value.ToString("R", CultureInfo.InvariantCulture)) + "f";

    // C has no negative literals, so that the smallest number has to be a difference.
    private static string Of(long value) => value == long.MinValue
        ? "-9223372036854775807 - 1"
        : value.ToString(CultureInfo.InvariantCulture);

    private static string? NotFinite(double value) =>
        double.IsNaN(value) ? "NAN" : double.IsPositiveInfinity(value) ? "INFINITY" : double.IsNegativeInfinity(value) ? "-INFINITY" : null;

    private static string WithPoint(string digits) => digits.AsSpan().IndexOfAny('.', 'E') >= 0 ? digits : digits + ".0";
}
