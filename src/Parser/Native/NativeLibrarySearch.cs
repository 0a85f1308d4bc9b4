using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HpcVerify.Parser.Native;

/// <summary>Where one native library may be, in the order in which the places are tried.</summary>
/// <param name="Name">The file name without an extension, which is also the name the bindings import from.</param>
/// <param name="Setting">The environment variable that can name the file.</param>
/// <param name="RequiredExport">A function that older versions lack.</param>
/// <param name="SystemNames">The names to ask the system's loader for.</param>
/// <param name="Remedy">How to install the library, for the message that says it is missing.</param>
public sealed record NativeLibrarySearch(
    string Name, string Setting, string RequiredExport, ImmutableArray<string> SystemNames, string Remedy)
{
    /// <summary>The first library that loads and is new enough; null if there is none.</summary>
    public OpenedLibrary? TryOpen(string? explicitFile)
    {
        foreach (var candidate in Candidates(explicitFile))
        {
            if (!NativeLibrary.TryLoad(candidate, out var handle))
            {
                continue;
            }

            if (NativeLibrary.TryGetExport(handle, RequiredExport, out _))
            {
                return new(candidate, handle);
            }

            NativeLibrary.Free(handle);
        }

        return null;
    }

    public OpenedLibrary Open(string? explicitFile) =>
        TryOpen(explicitFile) ?? throw new DllNotFoundException(
            $"'{Name}' with '{RequiredExport}' was not found, searched: {string.Join(", ", Candidates(explicitFile))}; "
            + $"install it with '{Remedy}' or name the file in {Setting}");

    /// <summary>An explicit file is the only candidate: falling back would hide a wrong setting.</summary>
    public ImmutableArray<string> Candidates(string? explicitFile) =>
        explicitFile is { Length: > 0 } ? [explicitFile] : [.. PackagedFiles(), .. SystemNames];

    /// <summary>A runtime built for one distribution names that distribution, packages name the portable platform.</summary>
    private IEnumerable<string> PackagedFiles() =>
        from platform in new[] { RuntimeInformation.RuntimeIdentifier, PortablePlatform }.Distinct()
        select Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "native", $"{Name}.so");

    private static string PortablePlatform =>
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
}

/// <summary>A loaded native library and the name under which it was found; it stays loaded until the process ends.</summary>
public sealed record OpenedLibrary(string Name, nint Handle);
