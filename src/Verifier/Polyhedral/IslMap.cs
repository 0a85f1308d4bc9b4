using HpcVerify.Verifier.Polyhedral.Interop;

namespace HpcVerify.Verifier.Polyhedral;

/// <summary>An immutable relation between integer points. It lives as long as its context.</summary>
public sealed class IslMap
{
    private readonly IslContext _context;
    private readonly nint _handle;

    internal IslMap(IslContext context, nint handle) => (_context, _handle) = (context, handle);

    internal nint Copy() => _handle == 0 ? 0 : Isl.isl_map_copy(_handle);

    public IslMap Intersect(IslMap other) => _context.MapOf(Isl.isl_map_intersect(Copy(), other.Copy()));

    public IslMap Subtract(IslMap other) => _context.MapOf(Isl.isl_map_subtract(Copy(), other.Copy()));

    public IslMap Union(IslMap other) => _context.MapOf(Isl.isl_map_union(Copy(), other.Copy()));

    public IslMap Reverse() => _context.MapOf(Isl.isl_map_reverse(Copy()));

    /// <summary>First this map, then the other.</summary>
    public IslMap Then(IslMap other) => _context.MapOf(Isl.isl_map_apply_range(Copy(), other.Copy()));

    public IslMap IntersectDomain(IslSet domain) => _context.MapOf(Isl.isl_map_intersect_domain(Copy(), domain.Copy()));

    public IslMap IntersectRange(IslSet range) => _context.MapOf(Isl.isl_map_intersect_range(Copy(), range.Copy()));

    public IslMap Coalesce() => _context.MapOf(Isl.isl_map_coalesce(Copy()));

    /// <summary>For each point of the domain, its first image in lexicographic order.</summary>
    public IslMap LexMin() => _context.MapOf(Isl.isl_map_lexmin(Copy()));

    public IslSet Domain() => _context.SetOf(Isl.isl_map_domain(Copy()));

    public IslSet Range() => _context.SetOf(Isl.isl_map_range(Copy()));

    /// <summary>The differences between images and points.</summary>
    public IslSet Distances() => _context.SetOf(Isl.isl_map_deltas(Copy()));

    public IslAnswer IsEmpty() => _context.AnswerOf(_handle == 0 ? -1 : Isl.isl_map_is_empty(_handle));

    public override string ToString() => _handle == 0 ? "lost" : _context.TextOf(Isl.isl_map_to_str(_handle)) ?? "lost";
}
