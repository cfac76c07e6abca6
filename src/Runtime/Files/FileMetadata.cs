using System;
using System.Globalization;
using System.IO;

namespace GenNet;

/// <summary>Values in the metadata of a file, as text that does not depend on the culture.</summary>
internal static class FileMetadata
{
    /// <summary>A number of the metadata.</summary>
    /// <exception cref="InvalidDataException">It is missing or no such number.</exception>
    public static T Read<T>(SafeTensorsFile file, string fileName, string key)
        where T : IParsable<T>
    {
        string text = Read(file, fileName, key);
        return T.TryParse(text, CultureInfo.InvariantCulture, out T? value)
            ? value
            : throw new InvalidDataException($"{fileName}: '{key}' in its metadata must be a {typeof(T).Name}, found '{text}'.");
    }

    /// <summary>A text of the metadata.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public static string Read(SafeTensorsFile file, string fileName, string key) => file.Metadata.TryGetValue(key, out string? text)
        ? text
        : throw new InvalidDataException($"{fileName}: '{key}' is missing in its metadata.");
}
