using System.Reflection;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>C of ours that is part of an assembly.</summary>
public static class EmbeddedSource
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource '{name}' is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
