using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques;

/// <summary>A parallel region that is reached.</summary>
public sealed class OpenMpThreads : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2004", Severity.Info, "OpenMP threads", "threads{0}",
        "A parallel region that is reached: `parallel for`, `parallel` with `for`, sections, tasks or a taskloop inside, or work divided by hand. `omp simd` "
        + "alone is not, nor a work-sharing loop, `atomic`, `critical` or `unroll` that no parallel region encloses, nor calls of OpenMP's functions.");

    public override string Technique => "openmp-threads";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        foreach (var region in nest.Regions.Where(region => region.Statement.Construct is Construct.Parallel))
        {
            var inner = nest.Regions.Where(other => other.Chain.Contains(region)).ToList();
            var shared = inner.Select(other => other.Statement.Construct).OfType<Construct.WorksharingLoop>().FirstOrDefault();
            yield return new(Technique, Found, region.Statement.Span, TechniqueFinding.Known(
                ("kind", KindOf(nest, region, inner, shared)),
                ("collapse", shared is { CollapseDepth: > 1 and var depth } ? $"{depth}" : null),
                ("schedule", shared is { Schedule: { Kind: not ScheduleKind.Unspecified } schedule } ? Text(nest, schedule, region) : null),
                ("num_threads", ((Construct.Parallel)region.Statement.Construct).ThreadCount is { } count ? Number(nest, count, region) : null)));
        }

        foreach (var annotation in nest.Annotations.Where(annotation => annotation.Directive?.Has("parallel") == true))
        {
            yield return new(Technique, Found, annotation.Span, TechniqueFinding.Known(("kind", annotation.Text)));
        }
    }

    private static string KindOf(KernelNest nest, NestRegion region, List<NestRegion> inner, Construct.WorksharingLoop? shared)
    {
        var constructs = inner.Select(other => other.Statement.Construct).ToList();
        return ManualSplit.LoopsIn(nest).Any(loop => loop.Region?.Chain.Contains(region) == true) ? "manual split"
            : shared is not null ? "parallel for"
            : constructs.OfType<Construct.Sections>().Any() ? "sections"
            : constructs.OfType<Construct.Task>().Any() || nest.Annotations.Any(annotation => annotation.Directive?.Has("taskloop") == true) ? "tasks"
            : "parallel";
    }

    private static string Text(KernelNest nest, Schedule schedule, NestRegion region) =>
        schedule.Kind.ToString().ToLowerInvariant() + (schedule.Chunk is { } chunk ? $" {Number(nest, chunk, region)}" : "");

    private static string Number(KernelNest nest, Value value, NestRegion region) =>
        nest.Algebra.Of(value, region.Order).Constant is { } number ? $"{number}" : ValuePrinter.Print(value);
}
