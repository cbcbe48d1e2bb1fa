import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Takes the word final from the methods of a class: the jar's Lucene is newer than the core was built for, which
 * overrides one that is final by now. Arguments: the jar, a folder for the class, the class's path without its ending.
 *
 * A class file is walked as the Java Virtual Machine Specification, chapter 4, lays it out.
 */
public final class OpenMethods {
    public static void main(String[] arguments) throws IOException {
        String name = arguments[2] + ".class";
        Path copy = Path.of(arguments[1], name);
        Files.createDirectories(copy.getParent());
        try (ZipFile jar = new ZipFile(arguments[0]); InputStream bytes = jar.getInputStream(jar.getEntry(name))) {
            Files.write(copy, bytes.readAllBytes());
        }
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            skipConstants(file);
            file.skipBytes(6); // flags, this class, its parent
            file.skipBytes(2 * file.readUnsignedShort()); // interfaces
            for (int fields = file.readUnsignedShort(); fields > 0; fields--) {
                file.skipBytes(6);
                skipAttributes(file);
            }
            for (int methods = file.readUnsignedShort(); methods > 0; methods--) {
                int flags = file.readUnsignedShort();
                file.seek(file.getFilePointer() - 2);
                file.writeShort(flags & ~Modifier.FINAL);
                file.skipBytes(4); // name, type
                skipAttributes(file);
            }
        }
    }

    private static void skipConstants(RandomAccessFile file) throws IOException {
        file.seek(8); // magic, version
        int count = file.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = file.readUnsignedByte();
            switch (tag) {
                case 1 -> file.skipBytes(file.readUnsignedShort()); // text
                case 3, 4, 9, 10, 11, 12, 17, 18 -> file.skipBytes(4);
                case 5, 6 -> { // long and double take two places
                    file.skipBytes(8);
                    index++;
                }
                case 7, 8, 16, 19, 20 -> file.skipBytes(2);
                case 15 -> file.skipBytes(3);
                default -> throw new IOException("a constant of unknown kind " + tag);
            }
        }
    }

    private static void skipAttributes(RandomAccessFile file) throws IOException {
        for (int count = file.readUnsignedShort(); count > 0; count--) {
            file.skipBytes(2);
            file.skipBytes(file.readInt());
        }
    }
}
