using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using HpcVerify.Verifier.Polyhedral.Interop;

namespace HpcVerify.Verifier.Polyhedral;

/// <summary>An immutable set of integer points, which may depend on parameters. It lives as long as its context.</summary>
public sealed class IslSet
{
    private const int Parameter = 1;
    private const int Dimension = 3;

    private readonly IslContext _context;
    private readonly nint _handle;

    internal IslSet(IslContext context, nint handle) => (_context, _handle) = (context, handle);

    /// <summary>A handle of its own for a function of isl that takes it over.</summary>
    internal nint Copy() => _handle == 0 ? 0 : Isl.isl_set_copy(_handle);

    public IslSet Intersect(IslSet other) => _context.SetOf(Isl.isl_set_intersect(Copy(), other.Copy()));

    public IslSet Subtract(IslSet other) => _context.SetOf(Isl.isl_set_subtract(Copy(), other.Copy()));

    public IslSet Union(IslSet other) => _context.SetOf(Isl.isl_set_union(Copy(), other.Copy()));

    /// <summary>All points of the space that are not in the set, for all values of the parameters.</summary>
    public IslSet Complement() => _context.SetOf(Isl.isl_set_complement(Copy()));

    /// <summary>The values of the parameters for which the set has a point.</summary>
    public IslSet Parameters() => _context.SetOf(Isl.isl_set_params(Copy()));

    /// <summary>The points whose parameters are in a set of parameters.</summary>
    public IslSet IntersectParameters(IslSet parameters) => _context.SetOf(Isl.isl_set_intersect_params(Copy(), parameters.Copy()));

    /// <summary>A simpler set that is the same where <paramref name="known"/> holds.</summary>
    public IslSet Gist(IslSet known) => _context.SetOf(Isl.isl_set_gist(Copy(), known.Copy()));

    /// <summary>The same with as few pieces as isl can find.</summary>
    public IslSet Coalesce() => _context.SetOf(Isl.isl_set_coalesce(Copy()));

    /// <summary>For each value of the parameters, the first point in lexicographic order.</summary>
    public IslSet LexMin() => _context.SetOf(Isl.isl_set_lexmin(Copy()));

    public IslSet LexMax() => _context.SetOf(Isl.isl_set_lexmax(Copy()));

    public IslSet Apply(IslMap map) => _context.SetOf(Isl.isl_set_apply(Copy(), map.Copy()));

    /// <summary>The shadow of the set without some of its dimensions: they may have any value for which there is a point.</summary>
    public IslSet ProjectOut(int first, int count) => _context.SetOf(Isl.isl_set_project_out(Copy(), Dimension, (uint)first, (uint)count));

    /// <summary>The same for a parameter; a parameter that the set does not know leaves it as it is.</summary>
    public IslSet ProjectOutParameter(string name)
    {
        var position = _handle == 0 ? -1 : Isl.isl_set_find_dim_by_name(_handle, Parameter, name);
        return position < 0 ? this : _context.SetOf(Isl.isl_set_project_out(Copy(), Parameter, (uint)position, 1));
    }

    /// <summary>The map from each point to those of the same space that come after it in lexicographic order.</summary>
    public IslMap LexicographicallyLater() =>
        _context.MapOf(_handle == 0 ? 0 : Isl.isl_map_lex_lt(Isl.isl_set_get_space(_handle)));

    public IslAnswer IsEmpty() => _context.AnswerOf(_handle == 0 ? -1 : Isl.isl_set_is_empty(_handle));

    public IslAnswer IsSubsetOf(IslSet other) =>
        _context.AnswerOf(_handle == 0 || other._handle == 0 ? -1 : Isl.isl_set_is_subset(_handle, other._handle));

    public IslAnswer IsEqualTo(IslSet other) =>
        _context.AnswerOf(_handle == 0 || other._handle == 0 ? -1 : Isl.isl_set_is_equal(_handle, other._handle));

    /// <summary>Some point, parameters by name first and then dimensions; none when the set is empty or lost.</summary>
    public IslPoint? Sample()
    {
        var point = _handle == 0 ? 0 : _context.Checked(Isl.isl_set_sample_point(Copy()));
        if (point == 0)
        {
            return null;
        }

        var found = Isl.isl_point_is_void(point) == 0 ? new IslPoint(NamedCoordinates(point), Coordinates(point, Dimension)) : null;
        _ = Isl.isl_point_free(point);
        return found;
    }

    /// <summary>The set in isl's notation; "lost" when it is.</summary>
    public override string ToString() => _handle == 0 ? "lost" : _context.TextOf(Isl.isl_set_to_str(_handle)) ?? "lost";

    /// <summary>
    /// A set of parameters as a condition in C, for those values of the parameters that are in
    /// <paramref name="known"/>; null when it is lost.
    /// </summary>
    public string? Condition(IslSet known)
    {
        var simple = Gist(known).Coalesce();
        var build = Isl.isl_ast_build_from_context(known.Copy());
        var expression = _context.Checked(Isl.isl_ast_build_expr_from_set(build, simple.Copy()));
        var text = expression == 0 ? null : _context.TextOf(Isl.isl_ast_expr_to_C_str(expression));
        _ = Isl.isl_ast_expr_free(expression);
        _ = Isl.isl_ast_build_free(build);
        return text is null ? null : FloorInC.Expand(text);
    }

    private ImmutableSortedDictionary<string, BigInteger> NamedCoordinates(nint point)
    {
        var values = Coordinates(point, Parameter);
        return Enumerable.Range(0, values.Length).ToImmutableSortedDictionary(NameOf, position => values[position], StringComparer.Ordinal);
    }

    private string NameOf(int position) =>
        System.Runtime.InteropServices.Marshal.PtrToStringUTF8(Isl.isl_set_get_dim_name(_handle, Parameter, (uint)position))!;

    private ImmutableArray<BigInteger> Coordinates(nint point, int type) =>
        [.. Enumerable.Range(0, Math.Max(0, Isl.isl_set_dim(_handle, type))).Select(position => Coordinate(point, type, position))];

    private BigInteger Coordinate(nint point, int type, int position)
    {
        var value = Isl.isl_point_get_coordinate_val(point, type, position);
        var text = _context.TextOf(Isl.isl_val_to_str(value))!;
        _ = Isl.isl_val_free(value);
        return BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }
}

/// <summary>One integer point: the values of the parameters, and the coordinates in order.</summary>
public sealed record IslPoint(ImmutableSortedDictionary<string, BigInteger> Parameters, ImmutableArray<BigInteger> Coordinates);
