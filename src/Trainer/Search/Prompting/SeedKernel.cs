using System.Text.RegularExpressions;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Trainer.Search.Prompting;

/// <summary>The kernel that a search begins with where nobody gives one: the task's reference under the name of the entry point.</summary>
public static class SeedKernel
{
    public static string Of(KernelTask task) => Regex.Replace(task.ReferenceSource.ToString(), $@"\b{Regex.Escape(task.ReferenceName)}\b", task.EntryPoint).Trim() + "\n";
}
