using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>Makes data sets from files.</summary>
public static partial class Dataset
{
    /// <summary>A float data set of images and labels in IDX files, such as the four files of MNIST, plain or .gz.</summary>
    /// <param name="imagesPath">Unsigned bytes, [n, ...]; each image becomes a row, its bytes divided by 255.</param>
    /// <param name="labelsPath">Unsigned bytes, [n]; each becomes a one-hot row.</param>
    /// <param name="classes">The number of classes: the length of a target row.</param>
    /// <exception cref="InvalidDataException">A file is damaged or of another type, the counts differ, or a label is none of the classes.</exception>
    /// <exception cref="IOException">A file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static Dataset<float> FromIdx(string imagesPath, string labelsPath, int classes = 10) =>
        FromIdx<float>(IdxFile.Read(imagesPath), IdxFile.Read(labelsPath), classes);

    /// <inheritdoc cref="FromIdx(string, string, int)"/>
    /// <summary>A data set of images and labels in IDX files, plain or .gz.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dataset<T> FromIdx<T>(string imagesPath, string labelsPath, int classes = 10)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        FromIdx<T>(IdxFile.Read(imagesPath), IdxFile.Read(labelsPath), classes);

    /// <summary>A float data set of images and labels that are already read.</summary>
    /// <param name="images">Unsigned bytes, [n, ...]; each image becomes a row, its bytes divided by 255.</param>
    /// <param name="labels">Unsigned bytes, [n]; each becomes a one-hot row.</param>
    /// <param name="classes">The number of classes: the length of a target row.</param>
    /// <exception cref="InvalidDataException">A file is of another type, the counts differ, or a label is none of the classes.</exception>
    public static Dataset<float> FromIdx(IdxFile images, IdxFile labels, int classes = 10) => FromIdx<float>(images, labels, classes);

    /// <inheritdoc cref="FromIdx(IdxFile, IdxFile, int)"/>
    /// <summary>A data set of images and labels that are already read.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dataset<T> FromIdx<T>(IdxFile images, IdxFile labels, int classes = 10)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        CheckImages(images.Header, labels.Header);
        return new Dataset<T>(Scaled<T>(images), Targets<T>(labels, classes), images.Count / images.Shape[0], classes);
    }

    /// <summary>Whether the files go together as images and their labels.</summary>
    /// <exception cref="InvalidDataException">They do not; the message says why.</exception>
    internal static void CheckImages(IdxHeader images, IdxHeader labels)
    {
        if (images.ElementType != IdxElementType.UInt8 || images.Shape.Length < 2)
            throw new InvalidDataException($"{images.Name}: expected images, unsigned bytes in 2 dimensions or more, found {images}.");
        if (labels.ElementType != IdxElementType.UInt8 || labels.Shape.Length != 1)
            throw new InvalidDataException($"{labels.Name}: expected labels, unsigned bytes in 1 dimension, found {labels}.");
        int count = images.Shape[0];
        if (labels.Count != count)
            throw new InvalidDataException($"{images.Name} has {count} images, but {labels.Name} has {labels.Count} labels.");
        if (images.Count == 0)
            throw new InvalidDataException($"{images.Name}: expected at least one image of at least one pixel, found {images}.");
    }

    /// <summary>Each byte divided by 255: 256 divisions instead of one for each pixel.</summary>
    internal static T[] ScaledBytes<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var scaled = new T[256];
        for (int value = 0; value < scaled.Length; value++)
            scaled[value] = T.CreateChecked(value) / T.CreateChecked(255);
        return scaled;
    }

    private static T[] Scaled<T>(IdxFile images)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] scaled = ScaledBytes<T>();
        ReadOnlySpan<byte> pixels = images.Data;
        var inputs = new T[pixels.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = scaled[pixels[i]];
        return inputs;
    }

    private static T[] Targets<T>(IdxFile labels, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new int[labels.Count];
        labels.CopyTo<int>(values);
        int wrong = OneHot.FirstOutside(values, classes);
        if (wrong >= 0)
            throw new InvalidDataException($"{labels.Name}: expected labels from 0 to {classes - 1}, found {values[wrong]} at row {wrong}.");
        if ((long)values.Length * classes > Array.MaxLength)
            throw GrowingRows<T>.TooLarge(labels.Name, values.Length);
        return OneHot.Encode<T>(values, classes);
    }
}
