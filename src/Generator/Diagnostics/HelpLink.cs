using System;
using System.Linq;
using System.Reflection;

namespace GenNet.Generator.Diagnostics;

/// <summary>The page of a diagnostic in the repository that the generator was built from.</summary>
internal static class HelpLink
{
    /// <summary>As the build has found it, or null.</summary>
    private static readonly string? Repository = typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;

    /// <summary>The page of a diagnostic; empty where the build knew no repository.</summary>
    public static string Of(string id) => Of(Repository, id);

    /// <summary>The page of a diagnostic in a repository; empty where that has no address on the web.</summary>
    public static string Of(string? repository, string id)
    {
        if (!Uri.TryCreate(repository, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            return "";

        // Neither the name of a user nor a password.
        string root = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        const string Git = ".git";
        if (root.EndsWith(Git, StringComparison.OrdinalIgnoreCase))
            root = root.Substring(0, root.Length - Git.Length);
        return $"{root}/blob/main/docs/diagnostics/{id}.md";
    }
}
