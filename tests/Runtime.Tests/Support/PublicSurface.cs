using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GenNet.Tests;

/// <summary>The public surface of an assembly, a line for each member.</summary>
internal static class PublicSurface
{
    /// <summary>Compares it with the one that is recorded in PublicApi.txt beside the test; GENNET_ACCEPT=1 in the environment records it.</summary>
    public static void AssertRecorded(Assembly assembly, [CallerFilePath] string test = "")
    {
        string actual = string.Join('\n', assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal)) + "\n";
        string path = Path.Combine(Path.GetDirectoryName(test)!, "PublicApi.txt");
        if (Environment.GetEnvironmentVariable("GENNET_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        string recorded = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        string[] gone = recorded.Split('\n').Except(actual.Split('\n')).ToArray(), come = actual.Split('\n').Except(recorded.Split('\n')).ToArray();
        Assert.True(
            gone.Length + come.Length == 0,
            $"The surface differs from {Path.GetFileName(path)}; GENNET_ACCEPT=1 in the environment records it.\n"
            + string.Join('\n', gone.Select(line => "- " + line).Concat(come.Select(line => "+ " + line))));
    }

    private static IEnumerable<string> Lines(Type type)
    {
        string kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : "class";
        yield return $"{type}: {kind}{(type.BaseType is { } b && b != typeof(object) ? " : " + b : "")}";
        foreach (MemberInfo member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (member is MethodInfo { IsSpecialName: true } or Type)
                continue;
            yield return $"{type} | {(IsStatic(member) ? "static " : "")}{member}{Value(member)}";
        }
    }

    private static bool IsStatic(MemberInfo member) => member switch
    {
        MethodBase method => method.IsStatic,
        PropertyInfo property => property.GetAccessors()[0].IsStatic,
        FieldInfo field => field.IsStatic,
        _ => false,
    };

    private static string Value(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field => " = " + Convert.ToString(field.GetRawConstantValue(), null),
        PropertyInfo property => " { " + string.Join(" ", property.GetAccessors().Select(accessor => accessor.Name[..3])) + " }",
        _ => "",
    };
}
