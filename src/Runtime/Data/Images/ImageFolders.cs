using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace GenNet;

/// <summary>A folder of folders, one for each class, of images.</summary>
/// <param name="Classes">The names of the folders, in ordinal order.</param>
/// <param name="Files">The images with the numbers of their classes.</param>
/// <param name="Decode">What reads an image.</param>
internal sealed record ImageFolders(ImmutableArray<string> Classes, ImmutableArray<(string Path, int Class)> Files, ImageDecoder Decode)
{
    /// <summary>Lists the folders: classes and files in ordinal order; what begins with a dot is none of them.</summary>
    /// <exception cref="InvalidDataException">There is no folder of a class, or one without an image.</exception>
    public static ImageFolders List(string root, ImageDecoder? decoder)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        string[] folders = Visible(Directory.GetDirectories(root));
        if (folders.Length == 0)
            throw new InvalidDataException($"{root}: expected a folder for each class, found none.");
        var files = ImmutableArray.CreateBuilder<(string, int)>();
        for (int i = 0; i < folders.Length; i++)
        {
            string[] images = Visible(Directory.GetFiles(folders[i]));
            if (images.Length == 0)
                throw new InvalidDataException($"{folders[i]}: expected images of the class '{Path.GetFileName(folders[i])}', found none.");
            files.AddRange(images.Select(path => (path, i)));
        }

        return new ImageFolders([.. folders.Select(folder => Path.GetFileName(folder)!)], files.ToImmutable(), decoder ?? Netpbm.Read);
    }

    /// <summary>The same files in an order at random.</summary>
    public ImageFolders Shuffled(int seed)
    {
        (string, int)[] files = [.. Files];
        new RandomStream((ulong)(long)seed).Shuffle<(string, int)>(files);
        return this with { Files = [.. files] };
    }

    /// <summary>Reads one of the images.</summary>
    /// <param name="file">Its number.</param>
    /// <param name="like">An image whose shape it must have, and the file of that; null for the first one.</param>
    /// <exception cref="InvalidDataException">The decoder refuses it, or it has another shape.</exception>
    public DecodedImage Read(int file, (DecodedImage Image, string Path)? like)
    {
        string path = Files[file].Path;
        using FileStream stream = InputFile.Open(path);
        DecodedImage image = Decoded(stream, path);
        if (like is { } first && image.Shape != first.Image.Shape)
            throw new InvalidDataException($"{path}: expected an image of {first.Image.Shape}, as {first.Path} is, found {image.Shape}.");
        return image;
    }

    private DecodedImage Decoded(FileStream stream, string path)
    {
        try
        {
            return Decode(stream) ?? throw new InvalidDataException("the decoder returned nothing");
        }
        catch (Exception exception) when (exception is not (IOException or OutOfMemoryException or OperationCanceledException))
        {
            // A decoder need not know the name of the file.
            throw new InvalidDataException(
                exception.Message.StartsWith(stream.Name, StringComparison.Ordinal) ? exception.Message : $"{path}: the image cannot be decoded: {exception.Message}", exception);
        }
    }

    private static string[] Visible(IEnumerable<string> paths) =>
        [.. paths.Where(path => !Path.GetFileName(path).StartsWith('.')).OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)];
}
