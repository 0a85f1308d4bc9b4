using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using HpcVerify.Detectors;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>Detectors of other people's assemblies.</summary>
internal static class ForeignDetectors
{
    /// <summary>The detectors of an assembly, and the rules beside them; none, and a sentence for the user, where it has none that can be used.</summary>
    public static (ImmutableArray<Detector> Detectors, ImmutableArray<Rule> Rules, string? Problem) Load(string path)
    {
        if (RegularFile.WhyNot(path) is { } obstacle)
        {
            return ([], [], $"the detectors of '{path}' cannot be loaded: {obstacle}");
        }

        try
        {
            var types = Implementations.Of<Detector>(AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path)));
            return types.IsEmpty
                ? ([], [], $"'{path}' has no detector: no class that derives from {typeof(Detector).FullName}")
                : ([.. types.Select(type => new Guarded(Implementations.Made<Detector>(type)))], [.. types.SelectMany(Rule.DeclaredBy)], null);
        }
        catch (BadImageFormatException)
        {
            return ([], [], $"the detectors of '{path}' cannot be loaded: it is no .NET assembly");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ReflectionTypeLoadException or MissingMethodException or TargetInvocationException or TypeInitializationException)
        {
            return ([], [], $"the detectors of '{path}' cannot be loaded: {exception.GetBaseException().Message.Split('\n')[0]}");
        }
    }

    /// <summary>A detector whose failure is a finding: it is not ours, and must not end the run.</summary>
    private sealed class Guarded(Detector detector) : Detector
    {
        private static readonly Rule Failed = new(
            "HV9008", Severity.Warning, "A detector failed", "the detector '{0}' failed: {1}",
            "A detector from another assembly ('--detectors') threw an exception, so what it looks for was not looked for. Tell whoever wrote it.");

        public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context)
        {
            try
            {
                return [.. detector.Detect(tree, context)];
            }
            // Anything may come out of code that is not ours.
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return [Failed.At(default, detector.GetType().FullName ?? "", exception.Message)];
            }
        }
    }
}
