// Expat, which reads the XML of images and office files. Only the room FilePolicy imports it.
#include <expat.h>
